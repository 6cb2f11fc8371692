import { Module } from '@nestjs/common';
import { ViewerResolver } from './viewer.resolver.js';

/** Who asks and what they may do. */
@Module({ providers: [ViewerResolver] })
export class AccessModule {}

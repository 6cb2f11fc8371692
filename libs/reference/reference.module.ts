import { Module } from '@nestjs/common';
import { ReferenceResolver } from './reference.resolver.js';
import { ReferenceService } from './reference.service.js';

/** Member States, unit types, missions, requirement statements and parameter sets. */
@Module({ providers: [ReferenceResolver, ReferenceService] })
export class ReferenceModule {}

import { Module } from '@nestjs/common';
import { PledgesResolver } from './pledges.resolver.js';
import { PledgesService } from './pledges.service.js';

/** Pledges and everything that is recorded of them outside visits and evaluations. */
@Module({ providers: [PledgesResolver, PledgesService] })
export class PledgesModule {}

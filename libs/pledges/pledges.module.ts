import { Module } from '@nestjs/common';
import { MeasurementFieldsResolver } from './measurement-fields.resolver.js';
import { PledgeFactsResolver } from './pledge-facts.resolver.js';
import { PledgesResolver } from './pledges.resolver.js';
import { PledgesService } from './pledges.service.js';

/** Pledges and everything that is recorded of them outside visits and evaluations. */
@Module({ providers: [PledgesResolver, PledgeFactsResolver, MeasurementFieldsResolver, PledgesService] })
export class PledgesModule {}

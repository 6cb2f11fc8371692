import { Module } from '@nestjs/common';
import { PledgeFieldsResolver } from './pledge-fields.resolver.js';
import { PledgeResolver } from './pledge.resolver.js';
import { StatusFieldsResolver } from './status-fields.resolver.js';

/** Facts of pledges as of a day, and the status of a pledge. */
@Module({ providers: [PledgeResolver, PledgeFieldsResolver, StatusFieldsResolver] })
export class StatusModule {}

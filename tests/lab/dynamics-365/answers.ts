/**
 * Answers as the Web API writes them.
 *
 * Sources: https://learn.microsoft.com/power-apps/developer/data-platform/webapi/compose-http-requests-handle-errors,
 * https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes
 */
import { json, type Answer } from '../http';
import type { Environment } from './environment';

/** What refuses a call; whoever answers turns it into an error body. */
export class Refusal extends Error {
	public constructor(
		public readonly status: number,
		public readonly code: string,
		message: string,
		public readonly headers: Readonly< Record< string, string > > = {}
	) {
		super( message );
	}

	public answer(): Answer {
		return ok( { error: { code: this.code, message: this.message } }, this.status, this.headers );
	}
}

export const ok = ( body: unknown, status = 200, headers: Readonly< Record< string, string > > = {} ): Answer =>
	json( status, body, { 'Content-Type': 'application/json; odata.metadata=minimal', 'OData-Version': '4.0', ...headers } );

export const noContent = ( headers: Readonly< Record< string, string > > = {} ): Answer => ( { status: 204, headers: { 'OData-Version': '4.0', ...headers } } );

export const badQuery = ( message: string ): Refusal => new Refusal( 400, '0x80060888', message );

export const unknownColumn = ( environment: Environment, name: string, table: string ): Refusal =>
	new Refusal( 400, environment.state.switches.unknownColumnCode, `Could not find a property named '${ name }' on type 'Microsoft.Dynamics.CRM.${ table }'.` );

export const unknownSegment = ( segment: string ): Refusal => new Refusal( 404, '0x8006088a', `Resource not found for the segment '${ segment }'.` );

export const absent = ( environment: Environment, table: string, id: string ): Refusal =>
	new Refusal( 404, environment.state.switches.absentRecordCode, `${ table } With Id = ${ id } Does Not Exist` );

export const missingPrivilege = ( environment: Environment, userId: string, privilege: string ): Refusal =>
	new Refusal( 403, environment.state.switches.privilegeCode, `Principal user (Id=${ userId }, type=8, roleCount=1, privilegeCount=12, accessMode=4) is missing ${ privilege } privilege.` );

export const noAccess = ( environment: Environment, userId: string, id: string ): Refusal =>
	new Refusal( 403, environment.state.switches.privilegeCode, `SecLib::AccessCheckEx failed. Principal with id ${ userId } does not have ReadAccess right(s) for record with id ${ id } of entity Contact` );

/**
 * Writes a zip archive of one file, deflated, as bulk results are sent.
 */
import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 2026, as DOS writes dates; nobody reads it. */
const DOS_DATE = ( 2026 - 1980 ) * 512 + 32 + 1;
const DEFLATED = 8;
const VERSION = 20;

export function zipOf( name: string, content: Buffer ): Buffer {
	const packed = deflateRawSync( content );
	const fileName = Buffer.from( name, 'utf8' );
	const common = Buffer.alloc( 26 );
	common.writeUInt16LE( VERSION, 0 );
	common.writeUInt16LE( DEFLATED, 4 );
	common.writeUInt16LE( DOS_DATE, 8 );
	common.writeUInt32LE( crc32( content ), 10 );
	common.writeUInt32LE( packed.length, 14 );
	common.writeUInt32LE( content.length, 18 );
	common.writeUInt16LE( fileName.length, 22 );
	const local = Buffer.concat( [ Buffer.from( 'PK\x03\x04', 'latin1' ), common, fileName, packed ] );
	const tail = Buffer.alloc( 14 );
	const madeBy = Buffer.alloc( 2 );
	madeBy.writeUInt16LE( VERSION, 0 );
	const directory = Buffer.concat( [ Buffer.from( 'PK\x01\x02', 'latin1' ), madeBy, common, tail, fileName ] );
	const end = Buffer.alloc( 18 );
	end.writeUInt16LE( 1, 4 );
	end.writeUInt16LE( 1, 6 );
	end.writeUInt32LE( directory.length, 8 );
	end.writeUInt32LE( local.length, 12 );
	return Buffer.concat( [ local, directory, Buffer.from( 'PK\x05\x06', 'latin1' ), end ] );
}

import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { cache } from '../paths';
import { mustRun } from '../process/run';

export interface Certificate {
	readonly key: string;
	readonly certificate: string;
}

/** A self-signed certificate for 127.0.0.1 and localhost, made once and valid for ten years. */
export const selfSignedCertificate = async (): Promise< Certificate > => {
	const dir = path.join( cache, 'tls' );
	const key = path.join( dir, 'key.pem' );
	const certificate = path.join( dir, 'certificate.pem' );
	const isMade = await access( certificate ).then( () => true, () => false );
	if ( isMade ) {
		return { key, certificate };
	}
	await mkdir( dir, { recursive: true } );
	const suffix = `.${ process.pid }`;
	const config = path.join( dir, `openssl.cnf${ suffix }` );
	await writeFile( config, '[req]\ndistinguished_name=dn\nx509_extensions=ext\nprompt=no\n[dn]\nCN=localhost\n[ext]\nsubjectAltName=DNS:localhost,IP:127.0.0.1\n' );
	await mustRun( 'openssl', [
		'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '3650', '-config', config,
		'-keyout', key + suffix, '-out', certificate + suffix,
	] );
	await rename( key + suffix, key );
	await rename( certificate + suffix, certificate );
	return { key, certificate };
};

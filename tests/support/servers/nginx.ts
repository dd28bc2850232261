import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { onStop, startChild } from '../process/child';
import { findProgram } from '../process/run';
import { scratch } from '../process/scratch';
import { freePort, isListening, waitUntil } from '../process/wait';
import { selfSignedCertificate } from './certificate';

export interface Nginx {
	readonly port: number;
	readonly tlsPort: number;
	readonly stop: () => Promise< void >;
}

export interface NginxOptions {
	/** Document root. */
	readonly root: string;
	/** Sockets of PHP-FPM: requests go to each in turn, and past one that is down. */
	readonly fpm: readonly string[];
	readonly port?: number;
	readonly tlsPort?: number;
	/** A network in subfolders: `/site/wp-admin/…` is core's own. */
	readonly multisite?: boolean;
}

const types: Readonly< Record< string, string > > = {
	'text/html': 'html htm',
	'text/css': 'css',
	'application/javascript': 'js mjs',
	'application/json': 'json map',
	'image/svg+xml': 'svg',
	'image/png': 'png',
	'image/jpeg': 'jpg jpeg',
	'image/gif': 'gif',
	'image/webp': 'webp',
	'image/avif': 'avif',
	'image/x-icon': 'ico',
	'font/woff2': 'woff2',
	'font/woff': 'woff',
	'text/plain': 'txt',
	'text/xml': 'xml',
};

const fastcgi: Readonly< Record< string, string > > = {
	QUERY_STRING: '$query_string',
	REQUEST_METHOD: '$request_method',
	CONTENT_TYPE: '$content_type',
	CONTENT_LENGTH: '$content_length',
	SCRIPT_NAME: '$fastcgi_script_name',
	SCRIPT_FILENAME: '$document_root$fastcgi_script_name',
	PATH_INFO: '$fastcgi_path_info',
	REQUEST_URI: '$request_uri',
	DOCUMENT_URI: '$document_uri',
	DOCUMENT_ROOT: '$document_root',
	SERVER_PROTOCOL: '$server_protocol',
	REQUEST_SCHEME: '$scheme',
	HTTPS: '$https if_not_empty',
	GATEWAY_INTERFACE: 'CGI/1.1',
	SERVER_SOFTWARE: 'nginx',
	REMOTE_ADDR: '$remote_addr',
	REMOTE_PORT: '$remote_port',
	SERVER_ADDR: '$server_addr',
	SERVER_PORT: '$server_port',
	SERVER_NAME: '$host',
	REDIRECT_STATUS: '200',
};

/** Starts an nginx of our own for one site: plain HTTP and TLS, both on 127.0.0.1. It ends with this process. */
export const startNginx = async ( options: NginxOptions ): Promise< Nginx > => {
	const program = await findProgram( 'nginx' );
	if ( ! program ) {
		throw new Error( 'nginx is missing (on Debian: apt-get install nginx-light).' );
	}
	const { key, certificate } = await selfSignedCertificate();
	const port = await freePort( options.port );
	const tlsPort = await freePort( options.tlsPort );
	const dir = await scratch( 'nginx' );
	const log = path.join( dir, 'error.log' );
	const network = options.multisite
		? [
				'if (!-e $request_filename) {',
				'rewrite /wp-admin$ $scheme://$http_host$uri/ permanent;',
				'rewrite ^(/[^/]+)?(/wp-(?:admin|includes|content)/.*) $2 last;',
				'rewrite ^(/[^/]+)?(/[^/]+\\.php)$ $2 last;',
				'}',
		  ]
		: [];
	const config = path.join( dir, 'nginx.conf' );
	await writeFile(
		config,
		[
			...( process.getuid?.() === 0 ? [ 'user root;' ] : [] ),
			'daemon off;',
			'worker_processes 1;',
			`pid ${ dir }/nginx.pid;`,
			`error_log ${ log } warn;`,
			'events { worker_connections 512; }',
			'http {',
			'access_log off;',
			'server_tokens off;',
			'absolute_redirect off;',
			'client_max_body_size 110m;',
			...[ 'client_body', 'fastcgi', 'proxy', 'scgi', 'uwsgi' ].map( ( name ) => `${ name }_temp_path ${ dir }/${ name };` ),
			`types { ${ Object.entries( types ).map( ( [ type, endings ] ) => `${ type } ${ endings };` ).join( ' ' ) } }`,
			'default_type application/octet-stream;',
			`upstream php { ${ options.fpm.map( ( socket ) => `server unix:${ socket } max_fails=1 fail_timeout=1s;` ).join( ' ' ) } }`,
			'server {',
			`listen 127.0.0.1:${ port };`,
			`listen 127.0.0.1:${ tlsPort } ssl;`,
			`ssl_certificate ${ certificate };`,
			`ssl_certificate_key ${ key };`,
			`root ${ options.root };`,
			'index index.php;',
			...network,
			'location / { try_files $uri $uri/ /index.php?$args; }',
			'location ~ \\.php$ {',
			'try_files $uri =404;',
			...Object.entries( fastcgi ).map( ( [ name, value ] ) => `fastcgi_param ${ name } ${ value };` ),
			'fastcgi_pass php;',
			'fastcgi_read_timeout 120s;',
			'fastcgi_buffers 32 32k;',
			'fastcgi_buffer_size 64k;',
			'}',
			'location ~ /\\. { deny all; }',
			'}',
			'}',
			'',
		].join( '\n' )
	);
	const child = await startChild( program, [ '-p', dir, '-c', config, '-e', log ], { logFile: log } );
	const stop = async (): Promise< void > => {
		removeCleanUp();
		await child.stop();
		await rm( dir, { recursive: true, force: true } );
	};
	const removeCleanUp = onStop( stop );
	const isUp = await waitUntil( () => isListening( port ), 15_000, child.isRunning );
	if ( ! isUp ) {
		const said = await readFile( log, 'utf8' ).catch( () => '' );
		await stop();
		throw new Error( `nginx did not start:\n${ said.trim().split( '\n' ).slice( -8 ).join( '\n' ) }` );
	}
	return { port, tlsPort, stop };
};

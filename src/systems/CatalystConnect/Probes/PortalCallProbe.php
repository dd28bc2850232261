<?php

declare(strict_types=1);

namespace Causeway\Systems\CatalystConnect\Probes;

use Causeway\Connector\FindingWriter;
use Causeway\Connector\Subject;
use Causeway\Support\Finding;

/**
 * What the portal's own call to the CRM came back with, in the very request that was refused.
 *
 * It alone proves trouble with the portal's credential or connection: ours uses another credential. Where no call was seen, nothing about it
 * is known.
 */
final class PortalCallProbe {

	public const PRODUCES = [
		'portal-call.seen',
		'portal-call.ok',
		'portal-call.not-found',
		'portal-call.unauthorised',
		'portal-call.scope-missing',
		'portal-call.forbidden',
		'portal-call.throttled',
		'portal-call.timed-out',
		'portal-call.unreachable',
		'portal-call.server-fault',
		'portal-call.malformed',
		'portal-call.token-refused',
		'portal-call.token-rate-limited',
	];

	private const TOKEN_PATH = 'oauth/v2/token';

	/** Zoho's word for more than ten access tokens in ten minutes: waiting ends it, no credential is wrong. */
	private const TOO_MANY_TOKENS = 'access_denied';

	/** @return list<Finding> */
	public function answer( FindingWriter $write, Subject $subject ): array {
		$call = [];
		foreach ( [ 'system', 'path', 'status', 'code', 'fault', 'ms' ] as $name ) {
			$call[ $name ] = $subject->facts[ 'portal-call.' . $name ] ?? '';
		}
		if ( '' === $call['status'] && '' === $call['fault'] && '' === $call['path'] ) {
			$outcomes = array_values( array_diff( self::PRODUCES, [ 'portal-call.seen' ] ) );
			return [
				[] === $subject->facts
					? $write->unknown( 'portal-call.seen', 'no-attempt', 'No refused attempt is known that could have shown one.' )
					: $write->false( 'portal-call.seen', 'The portal made no call to the CRM in the refused request.' ),
				...$write->allUnknown( $outcomes, [] === $subject->facts ? 'no-attempt' : 'not-seen' ),
			];
		}
		$outcome  = self::outcome( ltrim( $call['path'], '/' ), (int) $call['status'], $call['code'], $call['fault'] );
		$detail   = trim( $call['path'] . ' → ' . ( (int) $call['status'] > 0 ? $call['status'] : 'no answer' ) . ' ' . $call['code'] ) . ( '' === $call['ms'] ? '' : ', ' . (int) $call['ms'] . ' ms' ) . '.';
		$findings = [ $write->true( 'portal-call.seen', $detail ) ];
		// Too many requests for a token are one way of being refused one.
		$true = [ 'portal-call.' . $outcome, 'token-rate-limited' === $outcome ? 'portal-call.token-refused' : '' ];
		foreach ( array_diff( self::PRODUCES, [ 'portal-call.seen' ] ) as $key ) {
			$isTrue     = in_array( $key, $true, true );
			$findings[] = $write->of( $key, $isTrue, $isTrue ? $detail : '' );
		}
		return $findings;
	}

	/** One outcome for one call; what the vendor said in words counts before the status. */
	private static function outcome( string $path, int $status, string $code, string $fault ): string {
		if ( 0 === $status ) {
			return 1 === preg_match( '/time/i', $fault ) ? 'timed-out' : 'unreachable';
		}
		if ( $status >= 500 ) {
			return 'server-fault';
		}
		if ( str_contains( $path, self::TOKEN_PATH ) && ( $status >= 400 || '' !== $code ) ) {
			return self::TOO_MANY_TOKENS === $code ? 'token-rate-limited' : 'token-refused';
		}
		return match ( true ) {
			'OAUTH_SCOPE_MISMATCH' === $code => 'scope-missing',
			429 === $status => 'throttled',
			in_array( $code, [ 'INVALID_TOKEN', 'AUTHENTICATION_FAILURE' ], true ), 401 === $status => 'unauthorised',
			in_array( $code, [ 'NO_PERMISSION', 'AUTHORIZATION_FAILED' ], true ), 403 === $status => 'forbidden',
			204 === $status, 404 === $status, 400 === $status && 'INVALID_DATA' === $code => 'not-found',
			$status >= 300, '' !== $fault => 'malformed',
			default => 'ok',
		};
	}
}

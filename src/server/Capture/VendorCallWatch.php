<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Causeway\Diagnosis\Classifier;
use Causeway\Support\Clock;

/**
 * Observes the calls that a portal makes to its vendor while a visitor waits, in memory, until a refusal is seen or the request ends.
 *
 * Keeps which system, the path's shape, status, the vendor's error word, duration and fault. Never headers, bodies, ids, queries.
 */
final class VendorCallWatch {

	/** A portal makes some half a dozen calls a login; more say nothing new. */
	private const MAX_CALLS = 32;

	private const MAX_BODY_BYTES = 16384;

	/** @var list<VendorCall> */
	private array $calls = [];

	/** @var array<string, int> Address → nanoseconds. */
	private array $startedAt = [];

	public function __construct( private readonly Classifier $classifier, private readonly CaptureSettings $settings, private readonly Clock $clock ) {}

	public function started( string $url ): void {
		if ( count( $this->startedAt ) < self::MAX_CALLS && '' !== $this->systemOf( $url ) ) {
			$this->startedAt[ $url ] = $this->clock->elapsedNanoseconds();
		}
	}

	/**
	 * @param int    $status 0 where no answer came.
	 * @param string $body   Looked at for the vendor's error word only.
	 * @param string $error  Message of the failure; '' where an answer came.
	 */
	public function ended( string $url, int $status, string $body, string $error ): void {
		$system = $this->systemOf( $url );
		if ( '' === $system || count( $this->calls ) >= self::MAX_CALLS ) {
			return;
		}
		$now           = $this->clock->elapsedNanoseconds();
		$took          = intdiv( $now - ( $this->startedAt[ $url ] ?? $now ), 1_000_000 );
		$this->calls[] = new VendorCall( $system, self::pathShape( $url ), $status, self::errorWord( $body ), '' === $error ? self::faultIn( $status, $body ) : self::faultOf( $error ), $took );
		unset( $this->startedAt[ $url ] );
	}

	public function wasSeen(): bool {
		return [] !== $this->calls;
	}

	/** Whether every call was answered as a working login's calls are. False where none was seen. */
	public function wentWell(): bool {
		return [] !== $this->calls && ! $this->mostTelling()?->wentWrong();
	}

	/** The first call that went wrong, else the last one. */
	public function mostTelling(): ?VendorCall {
		foreach ( $this->calls as $call ) {
			if ( $call->wentWrong() ) {
				return $call;
			}
		}
		return [] === $this->calls ? null : $this->calls[ count( $this->calls ) - 1 ];
	}

	public function forget(): void {
		$this->calls     = [];
		$this->startedAt = [];
	}

	private function systemOf( string $url ): string {
		$parts = parse_url( $url );
		$host  = is_array( $parts ) ? strtolower( $parts['host'] ?? '' ) : '';
		if ( '' === $host ) {
			return '';
		}
		$port = $parts['port'] ?? ( 'http' === strtolower( $parts['scheme'] ?? '' ) ? 80 : 443 );
		return $this->settings->vendorHosts()[ $host . ':' . $port ] ?? $this->classifier->systemOfHost( $host );
	}

	/** Path without what names a record or a person: `/crm/v2/Contacts/{id}`. */
	public static function pathShape( string $url ): string {
		$path     = parse_url( $url, PHP_URL_PATH );
		$segments = array_map(
			static fn ( string $segment ): string => 1 === preg_match( '/^(?:v\d+(?:\.\d+)*|[A-Za-z][A-Za-z_.-]{0,31}|[A-Za-z_.-]{1,24}\d{1,2})?$/D', $segment ) ? $segment : '{id}',
			explode( '/', is_string( $path ) ? $path : '' )
		);
		return substr( implode( '/', $segments ), 0, 96 );
	}

	/** The word under `code`, `error` or `errorCode` of a JSON answer; '' where there is none. */
	public static function errorWord( string $body ): string {
		$start = ltrim( substr( $body, 0, self::MAX_BODY_BYTES ) );
		if ( '' === $start || ! in_array( $start[0], [ '{', '[' ], true ) || strlen( $body ) > self::MAX_BODY_BYTES ) {
			return '';
		}
		$answer = json_decode( $start, true, 16 );
		if ( is_array( $answer ) && array_is_list( $answer ) ) {
			$answer = $answer[0] ?? null;
		}
		if ( ! is_array( $answer ) ) {
			return '';
		}
		foreach ( [ 'code', 'errorCode', 'error' ] as $key ) {
			$word = $answer[ $key ] ?? null;
			$word = is_array( $word ) ? ( $word['code'] ?? null ) : $word;
			if ( is_string( $word ) && 1 === preg_match( '/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/D', $word ) ) {
				return $word;
			}
		}
		return '';
	}

	/**
	 * `malformed` for a good status with a web page in it, as a captive proxy sends, or with JSON that breaks off; '' otherwise. A body that
	 * was streamed into a file is not here to be judged.
	 */
	private static function faultIn( int $status, string $body ): string {
		$start = ltrim( substr( $body, 0, 64 ), "\xEF\xBB\xBF \t\r\n" );
		if ( '' === $start || $status < 200 || $status >= 300 ) {
			return '';
		}
		$isPage   = 1 === preg_match( '/^<(?:!doctype\s+html|html)\b/i', $start );
		$isBroken = in_array( $start[0], [ '{', '[' ], true ) && strlen( $body ) <= self::MAX_BODY_BYTES && null === json_decode( ltrim( $body, "\xEF\xBB\xBF" ), true, 64 );
		return $isPage || $isBroken ? 'malformed' : '';
	}

	/** @param string $error Message of WordPress's HTTP API, which carries cURL's own. */
	private static function faultOf( string $error ): string {
		return match ( true ) {
			1 === preg_match( '/cURL error 28\b|timed? ?out/i', $error ) => 'timed-out',
			1 === preg_match( '/cURL error (?:52|55|56)\b|reset|empty reply|broken pipe/i', $error ) => 'reset',
			default => 'unreachable',
		};
	}
}

<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** Makes text from outside fit for a message, a finding or the journal: no secret, no control character, not long. */
final class Redactor {

	private const MASK = '[hidden]';

	/** Shapes of credentials that must not be shown even where their value is not known here. */
	private const SHAPES = [
		'/\b(?:Bearer|Basic|Zoho-oauthtoken)\s+[^\s"\',;]+/i',
		'/\b1000\.[0-9a-f]{16,}(?:\.[0-9a-f]{16,})?/i',
		'/\b(?:access_token|refresh_token|client_secret|password|api_?key|code|assertion)["\']?\s*[=:]\s*["\']?[^\s"\'&,;}]+/i',
		'/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/',
		'/-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\z)/s',
	];

	/** @var list<string> */
	private array $secrets;

	/** @param array<array-key, string> $secrets Values that are hidden wherever they appear; those of fewer than four characters cannot be told from words. */
	public function __construct( #[\SensitiveParameter] array $secrets = [] ) {
		$this->secrets = array_values( array_filter( $secrets, static fn ( string $secret ): bool => strlen( $secret ) >= 4 ) );
	}

	/** @param positive-int $length Characters. */
	public function text( #[\SensitiveParameter] string $text, int $length = 200 ): string {
		// A value that was cut in the middle could no longer be recognised, so hide first and clip after.
		foreach ( $this->secrets as $secret ) {
			$text = str_replace( [ $secret, rawurlencode( $secret ), urlencode( $secret ) ], self::MASK, $text );
		}
		foreach ( self::SHAPES as $shape ) {
			$text = (string) preg_replace( $shape, self::MASK, $text );
		}
		return self::clip( $text, $length );
	}

	/** @return array<string, mixed> What a var_dump or a trace may show. */
	public function __debugInfo(): array {
		return [ 'secrets' => count( $this->secrets ) ];
	}

	/**
	 * One line of valid UTF-8 without control or direction-changing characters, at most so many characters.
	 *
	 * @param positive-int $length
	 */
	public static function clip( string $text, int $length = 200 ): string {
		// Cut roughly first: a vendor may send a megabyte.
		$text = substr( $text, 0, $length * 8 );
		if ( 1 !== preg_match( '//u', $text ) ) {
			$text = (string) preg_replace( '/[^\x20-\x7E]+/', '?', $text );
		}
		$text = trim( (string) preg_replace( '/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\s]+/u', ' ', $text ) );
		return 1 === preg_match( '/^.{0,' . $length . '}$/uD', $text ) ? $text : (string) preg_replace( '/^(.{' . ( $length - 1 ) . '}).*$/u', '$1…', $text );
	}
}

<?php

declare(strict_types=1);

namespace Causeway\Health;

use Causeway\Support\Clock;

/** When the certificates of single sign-on run out. After that every login through them is refused. */
final class CertificateCheck {

	private const SOON_DAYS = 30;

	public function __construct( private readonly Certificates $certificates, private readonly Clock $clock ) {}

	public function verdict(): Verdict {
		$now   = $this->clock->now();
		$lines = [];
		$isOut = false;
		foreach ( $this->ends() as [ 'plugin' => $plugin, 'end' => $end ] ) {
			if ( null === $end || $end > $now + self::SOON_DAYS * 86_400 ) {
				continue;
			}
			$isOut   = $isOut || $end <= $now;
			$lines[] = $end <= $now
				/* translators: 1: name of a plugin, 2: date */
				? sprintf( __( 'The certificate that %1$s trusts ran out on %2$s.', 'causeway' ), $plugin, (string) wp_date( 'Y-m-d', $end ) )
				/* translators: 1: name of a plugin, 2: date */
				: sprintf( __( 'The certificate that %1$s trusts runs out on %2$s.', 'causeway' ), $plugin, (string) wp_date( 'Y-m-d', $end ) );
		}
		$advice = __( 'Get the new one from your identity provider before they switch, and enter both for the time in between where the plugin takes two.', 'causeway' );
		return match ( true ) {
			$isOut => new Verdict( 'critical', __( 'A certificate of single sign-on has run out', 'causeway' ), implode( ' ', $lines ) . ' ' . $advice ),
			[] !== $lines => new Verdict( 'recommended', __( 'A certificate of single sign-on runs out soon', 'causeway' ), implode( ' ', $lines ) . ' ' . $advice ),
			[] === $this->certificates->all() => new Verdict( 'good', __( 'No certificate of single sign-on is stored here', 'causeway' ), __( 'Client secrets of OpenID Connect and OAuth run out too, and do not say when: note their date where you made them.', 'causeway' ) ),
			default => new Verdict( 'good', __( 'Certificates of single sign-on are good for a month or more', 'causeway' ), __( 'Client secrets of OpenID Connect and OAuth run out too, and do not say when: note their date where you made them.', 'causeway' ) ),
		};
	}

	/** @return list<array{plugin: string, end: int|null}> Unix seconds; null where the certificate cannot be read. */
	public function ends(): array {
		return array_map(
			static function ( array $certificate ): array {
				$parsed = function_exists( 'openssl_x509_parse' ) ? openssl_x509_parse( $certificate['pem'] ) : false;
				return [
					'plugin' => $certificate['plugin'],
					'end'    => is_array( $parsed ) && is_int( $parsed['validTo_time_t'] ?? null ) ? $parsed['validTo_time_t'] : null,
				];
			},
			$this->certificates->all()
		);
	}
}

<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Health\Certificates;

/** Where single sign-on plugins keep the certificate of the identity provider. Read, never written. */
final class SsoCertificates implements Certificates {

	/**
	 * Option, and the name of the plugin that keeps it there.
	 *
	 * Sources: https://github.com/SAML-Toolkits/wordpress-saml (php/settings.php), https://github.com/pantheon-systems/wp-saml-auth
	 * (inc/class-wp-saml-auth-options.php), https://wordpress.org/plugins/miniorange-saml-20-single-sign-on/.
	 */
	private const OPTIONS = [
		'onelogin_saml_idp_x509cert' => 'SAML SP by OneLogin',
		'wp_saml_auth_settings'      => 'WP SAML Auth',
		'saml_x509_certificate'      => 'miniOrange SAML',
	];

	public function all(): array {
		$found = [];
		foreach ( self::OPTIONS as $option => $plugin ) {
			$stored = get_option( $option );
			foreach ( self::texts( is_string( $stored ) ? maybe_unserialize( $stored ) : $stored ) as $pem ) {
				$found[] = [
					'plugin' => $plugin,
					'pem'    => $pem,
				];
			}
		}
		return $found;
	}

	/** @return list<string> Every certificate that a setting holds, however deep. A path to a file is none. */
	private static function texts( mixed $setting ): array {
		$texts = [];
		foreach ( is_array( $setting ) ? $setting : [ $setting ] as $value ) {
			if ( is_array( $value ) ) {
				$texts = [ ...$texts, ...self::texts( $value ) ];
			} elseif ( is_string( $value ) && strlen( $value ) < 16_384 ) {
				$bare = (string) preg_replace( '/-----[A-Z ]+-----|\s+/', '', $value );
				if ( 1 === preg_match( '#^MII[A-Za-z0-9+/]{200,}={0,2}$#D', $bare ) ) {
					$texts[] = "-----BEGIN CERTIFICATE-----\n" . chunk_split( $bare, 64, "\n" ) . "-----END CERTIFICATE-----\n";
				}
			}
		}
		return $texts;
	}
}

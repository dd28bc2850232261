<?php

declare(strict_types=1);

namespace Causeway\Capture;

/**
 * What the login path may know of the request it runs in: which door it came through, whether it is an answered login form.
 *
 * Reads superglobals when asked. Passwords are never read: only whether a field of that kind was posted.
 */
final class CurrentRequest {

	/** Names of the field a person types their name in, best first. */
	private const NAME_FIELDS = [ 'log', 'username', 'user_login', 'user_name', 'login', 'user', 'uname', 'userid', 'email', 'user_email', 'e-mail', 'mail' ];

	private const LIKE_NAME = '/(?:^|[_\[.-])(?:user|username|userlogin|login|log|email|mail|account)(?:name|id)?(?:$|[_\].-])/i';

	private const LIKE_PASSWORD = '/^(?:pwd|pass|passwd|passwort|password)$|(?:^|[_\[.-])(?:pwd|pass|passwd|password)(?:$|[_\].-])|password$|passwd$/i';

	public function entry(): string {
		if ( defined( 'XMLRPC_REQUEST' ) && XMLRPC_REQUEST ) {
			return 'xml-rpc';
		}
		if ( defined( 'REST_REQUEST' ) && REST_REQUEST ) {
			return 'rest';
		}
		return 'wp-login.php' === ( $GLOBALS['pagenow'] ?? '' ) ? 'wp-login' : 'portal-page';
	}

	public function isPost(): bool {
		return 'POST' === ( $_SERVER['REQUEST_METHOD'] ?? '' );
	}

	/** Whether one password and a name were posted. Two passwords are a registration or a change of password. */
	public function isLoginForm(): bool {
		if ( ! $this->isPost() ) {
			return false;
		}
		$fields    = $this->fields();
		$passwords = array_filter( array_keys( $fields ), static fn ( string $field ): bool => 1 === preg_match( self::LIKE_PASSWORD, $field ) );
		return 1 === count( $passwords ) && null !== $this->nameField( array_diff_key( $fields, array_flip( $passwords ) ) );
	}

	/** What the person typed as their name, as sent; '' where it is not known. */
	public function typedName(): string {
		$fields = array_filter( $this->fields(), static fn ( string $field ): bool => 1 !== preg_match( self::LIKE_PASSWORD, $field ), ARRAY_FILTER_USE_KEY );
		$field  = $this->nameField( $fields );
		$value  = null === $field ? null : $fields[ $field ];
		return is_string( $value ) ? wp_unslash( $value ) : '';
	}

	/**
	 * The error code among the parameters of an address that somebody was sent back to after a refusal; '' where there is none. Codes only: text from
	 * an address is nobody's word.
	 */
	public function returnedCode(): string {
		foreach ( LoginHooks::RETURNED_FIELDS as $name ) {
			$value = $_GET[ $name ] ?? null;
			if ( is_string( $value ) && 1 === preg_match( '/^[a-z][a-z0-9_-]{1,63}$/Di', $value ) ) {
				return strtolower( $value );
			}
		}
		return '';
	}

	/** Path and query that the form was sent to. */
	public function address(): string {
		$uri = $_SERVER['REQUEST_URI'] ?? '';
		return is_string( $uri ) ? $uri : '';
	}

	/** Where the answer sends the visitor; '' where it is a page. */
	public function redirectTarget(): string {
		foreach ( headers_list() as $header ) {
			if ( 0 === stripos( $header, 'location:' ) ) {
				return trim( substr( $header, 9 ) );
			}
		}
		return '';
	}

	/** @return array<string, mixed> Posted fields, one level of nesting opened (`login[username]`). */
	private function fields(): array {
		$fields = [];
		foreach ( array_slice( $_POST, 0, 200, true ) as $name => $value ) {
			if ( is_array( $value ) ) {
				foreach ( array_slice( $value, 0, 50, true ) as $inner => $deep ) {
					$fields[ $name . '[' . $inner . ']' ] = $deep;
				}
				continue;
			}
			$fields[ (string) $name ] = $value;
		}
		return $fields;
	}

	/** @param array<string, mixed> $fields */
	private function nameField( array $fields ): ?string {
		foreach ( self::NAME_FIELDS as $known ) {
			if ( isset( $fields[ $known ] ) && is_string( $fields[ $known ] ) ) {
				return $known;
			}
		}
		foreach ( $fields as $name => $value ) {
			if ( is_string( $value ) && 1 === preg_match( self::LIKE_NAME, $name ) && ! str_contains( $name, 'nonce' ) ) {
				return $name;
			}
		}
		return null;
	}
}

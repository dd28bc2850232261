<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta;

use Causeway\Connector\Connection;

/** Where Vendasta is for one connection: the production or the demo environment, or an address of one's own. */
final class Place {

	/** Suffix of the hosts of API and tokens alike. */
	public const HOST = 'apigateway.co';

	private const PRODUCTION = 'prod';

	private const CUSTOM = 'custom';

	public readonly string $environment;

	public function __construct( private readonly Connection $connection ) {
		$environment       = $this->field( 'environment' );
		$this->environment = in_array( $environment, [ 'demo', self::CUSTOM ], true ) ? $environment : self::PRODUCTION;
	}

	/** Address of the host that gives out tokens, without a slash at the end; '' where it is not set up. */
	public function loginUrl(): string {
		return $this->isCustom() ? rtrim( $this->field( 'login_base' ), '/' ) : 'https://sso-api-' . $this->environment . '.' . self::HOST;
	}

	/** Address of the platform API, without a slash at the end; '' where it is not set up. */
	public function apiUrl(): string {
		return $this->isCustom() ? rtrim( $this->field( 'api_base' ), '/' ) : 'https://' . $this->environment . '.' . self::HOST . '/platform';
	}

	/** Whom a signed assertion is for, where the key file does not say. */
	public function audience(): string {
		return 'https://iam-' . ( $this->isCustom() ? self::PRODUCTION : $this->environment ) . '.' . self::HOST;
	}

	/** Whether a key of that token address belongs here; one that does not say is taken for right. */
	public function issuesFor( string $tokenUri ): bool {
		return $this->isCustom() || '' === $tokenUri || parse_url( $tokenUri, PHP_URL_HOST ) === parse_url( $this->loginUrl(), PHP_URL_HOST );
	}

	/** Id of the partner, '' where none is set up. */
	public function partnerId(): string {
		$id = strtoupper( $this->field( 'partner_id' ) );
		return 1 === preg_match( '/^[A-Z0-9]{2,32}$/D', $id ) ? $id : '';
	}

	private function isCustom(): bool {
		return self::CUSTOM === $this->environment;
	}

	private function field( string $name ): string {
		return trim( $this->connection->fields[ $name ] ?? '' );
	}
}

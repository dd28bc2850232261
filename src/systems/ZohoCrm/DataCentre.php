<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm;

use Causeway\Connector\Connection;

/**
 * Where an organisation of Zoho lives. A token of one data centre is worth nothing in another.
 *
 * Source: https://www.zoho.com/crm/developer/docs/api/v8/multi-dc.html
 */
enum DataCentre: string {

	case UnitedStates = 'us';
	case Europe       = 'eu';
	case India        = 'in';
	case Australia    = 'au';
	case China        = 'cn';
	case Japan        = 'jp';
	case Canada       = 'ca';
	case SaudiArabia  = 'sa';

	/** Null where the connection uses other addresses (a sandbox, a proxy, a simulator) and the token has not told the data centre yet. */
	public static function of( Connection $connection ): ?self {
		$named = self::tryFrom( $connection->fields['data_centre'] ?? '' );
		foreach ( null === $named ? self::cases() : [] as $centre ) {
			if ( str_ends_with( $connection->facts['apiDomain'] ?? '', '.zohoapis.' . $centre->ending() ) ) {
				return $centre;
			}
		}
		return $named;
	}

	/** Used only until the token's answer names its own address, which is the one that counts. */
	public function apiUrl(): string {
		return 'https://www.zohoapis.' . $this->ending();
	}

	public function accountsUrl(): string {
		return 'https://accounts.' . ( self::Canada === $this ? 'zohocloud.ca' : 'zoho.' . $this->ending() );
	}

	/** Where people open the CRM in a browser. */
	public function screenUrl(): string {
		return 'https://crm.' . ( self::Canada === $this ? 'zohocloud.ca' : 'zoho.' . $this->ending() );
	}

	/** @return list<string> Host suffixes that are Zoho's own. */
	public static function hosts(): array {
		$hosts = [];
		foreach ( self::cases() as $centre ) {
			$hosts[] = 'zohoapis.' . $centre->ending();
			$hosts[] = (string) parse_url( $centre->accountsUrl(), PHP_URL_HOST );
		}
		return $hosts;
	}

	private function ending(): string {
		return match ( $this ) {
			self::UnitedStates => 'com',
			self::Australia => 'com.au',
			self::China => 'com.cn',
			default => $this->value,
		};
	}
}

<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk;

use Causeway\Connector\Connection;

/**
 * Where an organisation of Zoho lives. A token of one data centre is worth nothing in another.
 *
 * Source: https://desk.zoho.com/DeskAPIDocument#OAuthTokens
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

	/** Null where the connection uses other addresses (a proxy, a simulator). */
	public static function of( Connection $connection ): ?self {
		return self::tryFrom( $connection->fields['data_centre'] ?? '' );
	}

	/** Where the API answers, and where agents work in a browser. */
	public function deskUrl(): string {
		return 'https://desk.' . $this->domain();
	}

	public function accountsUrl(): string {
		return 'https://accounts.' . $this->domain();
	}

	/** @return list<string> Host suffixes that are Zoho's own. */
	public static function hosts(): array {
		$hosts = [];
		foreach ( self::cases() as $centre ) {
			$hosts[] = 'desk.' . $centre->domain();
			$hosts[] = 'accounts.' . $centre->domain();
		}
		return $hosts;
	}

	private function domain(): string {
		return match ( $this ) {
			self::UnitedStates => 'zoho.com',
			self::Australia => 'zoho.com.au',
			self::China => 'zoho.com.cn',
			self::Canada => 'zohocloud.ca',
			default => 'zoho.' . $this->value,
		};
	}
}

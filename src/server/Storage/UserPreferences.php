<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Cases\ListOptions;
use Causeway\Cases\ListPreferences;

/** In the user's own options of this site, as WordPress keeps its screen options. */
final class UserPreferences implements ListPreferences {

	private const OPTION = 'causeway_list';

	public function of( int $userId ): ListOptions {
		return ListOptions::from( get_user_option( self::OPTION, $userId ) );
	}

	public function save( int $userId, ListOptions $options ): void {
		update_user_option( $userId, self::OPTION, $options->toArray() );
	}

	/** Forgets those of everybody on this site. */
	public static function remove( Database $database ): void {
		delete_metadata( 'user', 0, $database->sitePrefix() . self::OPTION, '', true );
	}
}

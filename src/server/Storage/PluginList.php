<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Health\ActivePlugins;

/** As WordPress keeps them: of the site, and of the network. */
final class PluginList implements ActivePlugins {

	public function folders(): array {
		$own     = get_option( 'active_plugins' );
		$network = is_multisite() ? get_site_option( 'active_sitewide_plugins' ) : [];
		$files   = [ ...( is_array( $own ) ? array_values( $own ) : [] ), ...( is_array( $network ) ? array_keys( $network ) : [] ) ];
		return array_values( array_unique( array_map( static fn ( string $file ): string => explode( '/', $file )[0], array_filter( $files, 'is_string' ) ) ) );
	}
}

<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Diagnosis {

	use Causeway\Diagnosis\Catalog;
	use Causeway\Diagnosis\Facts;
	use Causeway\Support\Finding;
	use Causeway\Support\Truth;

	/** The catalog as built; texts come untranslated, because no WordPress is loaded. */
	final class BuiltCatalog {

		public const BUILD = __DIR__ . '/../../../../build';

		public static function load(): Catalog {
			return Catalog::fromDirectory( self::BUILD . '/catalog' );
		}

		/** @return array<string, mixed> */
		public static function json(): array {
			$file = self::BUILD . '/catalog.json';
			if ( ! is_readable( $file ) ) {
				throw new \RuntimeException( 'The catalog is not built; run `npm run build -- --only=catalog` first.' );
			}
			/** @var array<string, mixed> $json */
			$json = json_decode( (string) file_get_contents( $file ), true, 512, JSON_THROW_ON_ERROR );
			return $json;
		}

		/**
		 * Facts as an example of the catalog states them.
		 *
		 * @param array<string, bool|'unknown'> $findings
		 * @param list<string>                  $symptoms
		 */
		public static function facts( string $system, array $findings, array $symptoms ): Facts {
			$list = [];
			foreach ( $findings as $ref => $value ) {
				[ $owner, $key ] = explode( ':', Facts::fullRef( $ref, $system ), 2 );
				$list[]          = new Finding( $owner, $key, is_bool( $value ) ? Truth::of( $value ) : Truth::Unknown, 'example', 1700000000, '', is_bool( $value ) ? '' : 'unreachable' );
			}
			return new Facts( $list, array_map( static fn ( string $ref ): string => Facts::fullRef( $ref, $system ), $symptoms ) );
		}
	}
}

namespace {

	if ( ! function_exists( '__' ) ) {
		function __( string $text, string $domain = 'default' ): string {
			return $text;
		}
	}
}

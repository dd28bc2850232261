<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Diagnosis;

use Causeway\Diagnosis\Catalog;

/** A catalog of a few rows, for behaviour that the real catalog happens not to show. Written to a folder of its own and read as a built one is. */
final class SmallCatalog {

	/**
	 * @param array<string, array{when: array<mixed>, shows?: list<string>, outranks?: list<string>, rivals?: list<string>, prior?: string}> $causes   By id, all of the system `shop`.
	 * @param array<string, array{pattern?: string, codes?: list<string>, isOpaque?: bool}>                                                $symptoms By id.
	 * @param list<string>                                                                                                                     $findings Keys.
	 */
	public static function with( array $causes, array $symptoms = [], array $findings = [] ): Catalog {
		$folder = sys_get_temp_dir() . '/causeway-small-catalog-' . getmypid() . '-' . bin2hex( random_bytes( 4 ) );
		mkdir( $folder );
		$rows = [];
		foreach ( $causes as $id => $cause ) {
			$rows[] = [
				'system'        => 'shop',
				'cause'         => $id,
				'when'          => $cause['when'],
				'shows'         => array_map( static fn ( string $ref ): string => 'shop:' . $ref, $cause['shows'] ?? [] ),
				'outranks'      => array_map( static fn ( string $ref ): string => 'shop/' . $ref, $cause['outranks'] ?? [] ),
				'rivals'        => array_map( static fn ( string $ref ): string => 'shop/' . $ref, $cause['rivals'] ?? [] ),
				'prior'         => $cause['prior'] ?? 'occasional',
				'ceiling'       => 'certain',
				'scope'         => 'person',
				'isPrivate'     => false,
				'closedByLogin' => true,
				'fixPath'       => [],
				'verification'  => [],
			];
		}
		$known = [];
		foreach ( $symptoms as $id => $symptom ) {
			$known[] = [
				'id'       => $id,
				'entries'  => [ 'paste' ],
				'codes'    => $symptom['codes'] ?? [],
				'pattern'  => isset( $symptom['pattern'] ) ? '~' . $symptom['pattern'] . '~iu' : '',
				'proves'   => 'nothing',
				'isOpaque' => $symptom['isOpaque'] ?? false,
			];
		}
		$rules = [
			'version' => 'small',
			'systems' => [
				[
					'id'       => 'shop',
					'folder'   => 'Shop',
					'isLocal'  => true,
					'hosts'    => [ 'shop.example' ],
					'fields'   => [],
					'findings' => array_fill_keys(
						$findings,
						[
							'scope'   => 'person',
							'healthy' => null,
						]
					),
					'links'    => [],
					'symptoms' => $known,
				],
			],
			'causes'  => $rows,
		];
		file_put_contents( $folder . '/rules.php', '<?php return ' . var_export( $rules, true ) . ';' );
		copy( BuiltCatalog::BUILD . '/catalog/texts.php', $folder . '/texts.php' );
		$catalog = Catalog::fromDirectory( $folder );
		$catalog->phrase( 'anonymous' );
		array_map( 'unlink', [ $folder . '/rules.php', $folder . '/texts.php' ] );
		rmdir( $folder );
		return $catalog;
	}
}

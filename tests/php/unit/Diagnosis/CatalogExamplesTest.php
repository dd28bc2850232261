<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Diagnosis;

use Causeway\Diagnosis\Diagnoser;
use Causeway\Diagnosis\Diagnosis;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Every example of every cause, run through the one interpreter. */
final class CatalogExamplesTest extends TestCase {

	/** @param array<string, mixed> $example */
	#[DataProvider( 'fits' )]
	public function testPutsTheCauseFirstWhereItFits( string $system, string $cause, array $example ): void {
		$diagnosis = self::diagnose( $system, $example );
		self::assertNotSame( [], $diagnosis->causes );
		self::assertSame( $system . '/' . $cause, $diagnosis->causes[0]->ref() );
		if ( isset( $example['confidence'] ) ) {
			self::assertSame( $example['confidence'], $diagnosis->causes[0]->confidence->value, implode( ' | ', $diagnosis->causes[0]->against ) );
		}
	}

	/** @param array<string, mixed> $example */
	#[DataProvider( 'nearMisses' )]
	public function testPutsTheRivalFirstWhereTheCauseOnlyNearlyFits( string $system, string $cause, array $example ): void {
		$diagnosis = self::diagnose( $system, $example );
		self::assertIsString( $example['not'] );
		$rival = str_contains( $example['not'], '/' ) ? $example['not'] : $system . '/' . $example['not'];
		self::assertNotSame( [], $diagnosis->causes );
		self::assertSame( $rival, $diagnosis->causes[0]->ref() );
		self::assertNotSame( $system . '/' . $cause, $diagnosis->causes[0]->ref() );
	}

	/** @return iterable<string, array{string, string, array<string, mixed>}> */
	public static function fits(): iterable {
		return self::examples( 'fits' );
	}

	/** @return iterable<string, array{string, string, array<string, mixed>}> */
	public static function nearMisses(): iterable {
		return self::examples( 'nearMisses' );
	}

	/** @return iterable<string, array{string, string, array<string, mixed>}> */
	private static function examples( string $kind ): iterable {
		/** @var list<array{id: string, system: string, examples: array<string, list<array<string, mixed>>>}> $causes */
		$causes = BuiltCatalog::json()['causes'];
		foreach ( $causes as $cause ) {
			foreach ( $cause['examples'][ $kind ] as $index => $example ) {
				$name = is_string( $example['name'] ) ? $example['name'] : (string) $index;
				yield $cause['system'] . '/' . $cause['id'] . ': ' . $name => [ $cause['system'], $cause['id'], $example ];
			}
		}
	}

	/** @param array<string, mixed> $example */
	private static function diagnose( string $system, array $example ): Diagnosis {
		/** @var array<string, bool|'unknown'> $findings */
		$findings = $example['findings'];
		/** @var list<string> $symptoms */
		$symptoms = $example['symptoms'] ?? [];
		return ( new Diagnoser( BuiltCatalog::load() ) )->diagnose( BuiltCatalog::facts( $system, $findings, $symptoms ) );
	}
}

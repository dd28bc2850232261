<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoCrm;

use Causeway\Connector\Subject;
use Causeway\Diagnosis\CauseRule;
use Causeway\Diagnosis\Diagnoser;
use Causeway\Diagnosis\Facts;
use Causeway\Tests\Unit\Diagnosis\BuiltCatalog;
use Causeway\Tests\Unit\Systems\Reached;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** What the connector really answers for each state of the lab, diagnosed: the right cause first. */
#[CoversNothing]
final class DiagnosisTest extends LabCase {

	/** @return iterable<string, array{Subject, list<array<string, mixed>>, string, list<string>, string}> */
	public static function scenarios(): iterable {
		foreach ( Scenarios::all() as $cause => [ $subject, $orders, $confidence, $symptoms ] ) {
			yield $cause => [ $subject, $orders, $confidence, $symptoms, $cause ];
		}
	}

	/**
	 * @param list<array<string, mixed>> $orders
	 * @param list<string>               $symptoms
	 */
	#[DataProvider( 'scenarios' )]
	public function testPutsTheRightCauseFirst( Subject $subject, array $orders, string $confidence, array $symptoms, string $cause ): void {
		$this->lab->play( ...array_map( fn ( array $order ): array => $order + [ 'client' => $this->lab->text( 'credentials', 'clientId' ) ], $orders ) );
		$first = ( new Diagnoser( BuiltCatalog::load() ) )->diagnose( new Facts( $this->connector()->examine( $subject, $this->connection() ), $symptoms ) )->causes[0] ?? null;
		Reached::note( $this, 'zoho-crm/' . $cause, $first );
		self::assertNotNull( $first );
		self::assertSame( [ 'zoho-crm/' . $cause, $confidence ], [ $first->ref(), $first->confidence->value ], implode( ' | ', $first->against ) );
		self::assertSame( [], array_values( array_filter( $this->lab->writes(), static fn ( string $call ): bool => ! str_contains( $call, '/oauth/' ) ) ), 'a probe never writes' );
	}

	public function testEveryCauseOfTheSystemIsAmongThem(): void {
		$causes = array_filter( BuiltCatalog::load()->causes(), static fn ( CauseRule $cause ): bool => 'zoho-crm' === $cause->system );
		self::assertEqualsCanonicalizing( array_map( static fn ( CauseRule $cause ): string => $cause->cause, array_values( $causes ) ), array_keys( Scenarios::all() ) );
	}
}

<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Dynamics365;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Systems\Lab;
use Causeway\Tests\Unit\Systems\LabContract;
use PHPUnit\Framework\Attributes\CoversNothing;

/** The contract of a connector, in every state. The client secret is a canary that must come out nowhere. */
#[CoversNothing]
final class ConnectorTest extends LabContract {

	private string $state = 'found';

	protected static function system(): string {
		return 'dynamics-365';
	}

	protected static function folder(): string {
		return 'Dynamics365';
	}

	protected function connection(): Connection {
		return Northwind::connection( self::lab(), false, States::all()[ $this->state ]->fields, self::CANARY );
	}

	protected function subjectIn( string $state ): Subject {
		return States::all()[ $state ]->subject;
	}

	protected function arrange( string $state, Lab $lab ): void {
		$this->state = $state;
		$that        = States::all()[ $state ];
		$client      = $lab->text( 'credentials', 'clientId' );
		$secret      = [
			'value'     => $that->isSecretGood ? self::CANARY : 'another one',
			'expiresAt' => 4_000_000_000_000,
		];
		$lab->play(
			[
				'merge'        => true,
				'applications' => [
					[
						'clientId' => $client,
						'secrets'  => [ $secret ],
					],
				],
			],
			...array_map( static fn ( array $order ): array => isset( $order['do'] ) ? $order + [ 'client' => $client ] : $order, $that->orders )
		);
		$lab->fault( ...$that->faults );
	}

	protected static function expectations(): array {
		return array_map( static fn ( State $state ): array => $state->expected, States::all() );
	}

	public function testAHealthyPersonCostsAHandfulOfCalls(): void {
		$this->examine( 'found' );
		$connector = $this->connectorIn( 'found' );
		$connector->examine( $this->subjectIn( 'found' ), $this->connection() );
		self::assertCount( 11, self::lab()->calls() );
	}
}

<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Connector;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\ReadMemory;
use Causeway\Connector\Response;
use Causeway\Connector\Request;
use Causeway\Http\ScriptedTransport;
use Causeway\Support\FrozenClock;
use Causeway\Systems\ZohoCrm\Dialect;
use Causeway\Systems\ZohoCrm\Requests\GetContact;
use Causeway\Systems\ZohoCrm\Requests\GetOrg;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use Causeway\Tests\Unit\Systems\ZohoCrm\ScriptedCrm;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\TestCase;

#[CoversNothing]
final class ReadMemoryTest extends TestCase {

	private FrozenClock $clock;

	private ReadMemory $memory;

	private int $saved = 0;

	protected function setUp(): void {
		$this->clock  = new FrozenClock();
		$this->memory = new ReadMemory(
			$this->clock,
			function (): void {
				++$this->saved;
			}
		);
	}

	private function talk( ScriptedTransport $script, string $id = 'zoho-crm' ): Conversation {
		$model      = ScriptedCrm::connection();
		$connection = new Connection( $id, 'zoho-crm', $model->fields, $model->secrets, false );
		return new Conversation( new Dialect( $connection ), $connection, $script, new MemoryTokens(), new MemoryConnections( $connection ), $this->clock, $this->memory );
	}

	private static function asked( ScriptedTransport $script, string $path ): int {
		return count( array_filter( $script->sent(), static fn ( Request $request ): bool => str_contains( $request->url, $path ) ) );
	}

	public function testWhatIsTheSameForEverybodyIsAskedOnceAMinute(): void {
		$script = ScriptedCrm::transport();
		$this->talk( $script )->ask( new GetOrg() );
		$this->talk( $script )->ask( new GetOrg() );
		self::assertSame( [ 1, 1 ], [ self::asked( $script, '/org' ), $this->saved ] );
		$this->clock->advance( 60 );
		$this->talk( $script )->ask( new GetOrg() );
		self::assertSame( 2, self::asked( $script, '/org' ) );
	}

	public function testAnotherConnectionIsAskedItself(): void {
		$script = ScriptedCrm::transport();
		$this->talk( $script )->ask( new GetOrg() );
		$this->talk( $script, 'zoho-crm-two' )->ask( new GetOrg() );
		self::assertSame( 2, self::asked( $script, '/org' ) );
	}

	public function testAPersonIsAlwaysAskedFor(): void {
		$script = ScriptedCrm::transport();
		$this->talk( $script )->ask( new GetContact( ScriptedCrm::ID ) );
		$this->talk( $script )->ask( new GetContact( ScriptedCrm::ID ) );
		self::assertSame( [ 2, 0 ], [ self::asked( $script, '/Contacts/' ), $this->saved ] );
	}

	public function testAFaultIsNotRememberedAndAFreshLookForgets(): void {
		$script = ( new ScriptedTransport() )
			->always( 'POST /oauth', ScriptedCrm::token() )
			->once( 'GET /crm/v8/org', ScriptedCrm::error( 500, 'INTERNAL_ERROR' ) )
			->always( 'GET /crm/v8/org', ScriptedCrm::org() );
		try {
			$this->talk( $script )->ask( new GetOrg() );
			self::fail( 'The fault went unnoticed.' );
		} catch ( ConnectorFault ) {
			$this->talk( $script )->ask( new GetOrg() );
		}
		$this->memory->forget();
		$this->talk( $script )->ask( new GetOrg() );
		self::assertSame( 3, self::asked( $script, '/org' ) );
	}
}

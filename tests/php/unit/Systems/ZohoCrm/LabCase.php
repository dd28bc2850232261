<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoCrm;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorTools;
use Causeway\Support\FrozenClock;
use Causeway\Systems\ZohoCrm\Connector;
use Causeway\Tests\Unit\Connector\Doubles\CurlTransport;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use Causeway\Tests\Unit\Connector\Doubles\OneTransport;
use Causeway\Tests\Unit\Connector\Doubles\RecordingPause;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use Causeway\Tests\Unit\Systems\Lab;
use PHPUnit\Framework\TestCase;

/** A test against the simulated Zoho CRM, at the start of its scenario. */
abstract class LabCase extends TestCase {

	protected Lab $lab;

	protected MemoryTokens $tokens;

	protected function setUp(): void {
		$this->lab    = Lab::of( 'zoho-crm' );
		$this->tokens = new MemoryTokens();
		$this->lab->reset();
	}

	protected function connection( bool $mayWrite = false ): Connection {
		return new Connection(
			'zoho-crm',
			'zoho-crm',
			[
				'data_centre'    => 'custom',
				'api_base'       => $this->lab->text( 'base' ),
				'accounts_base'  => $this->lab->text( 'accounts' ),
				'client_id'      => $this->lab->text( 'credentials', 'clientId' ),
				'username_field' => 'User_Name',
			],
			[
				'client_secret' => $this->lab->text( 'credentials', 'clientSecret' ),
				'refresh_token' => $this->lab->text( 'credentials', 'refreshToken' ),
			],
			$mayWrite,
		);
	}

	/** Pauses pass at once. */
	protected function connector( ?FrozenClock $clock = null ): Connector {
		$clock ??= new FrozenClock( time() );
		return new Connector( new ConnectorTools( new OneTransport( new CurlTransport() ), $this->tokens, new MemoryConnections( $this->connection() ), new SeededPortal(), new RecordingPause( $clock ), $clock ) );
	}
}

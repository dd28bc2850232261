<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\GraphQL;

use Causeway\Capture\FileCounter;
use Causeway\Capture\PrivateDirectory;
use Causeway\Cases\BulkAction;
use Causeway\Cases\CaseRun;
use Causeway\Storage\CaseRunOption;
use Causeway\Audit\AuditState;
use Causeway\Audit\PersonAtRisk;
use Causeway\Diagnosis\Confidence;
use Causeway\Incidents\BulkRun;
use Causeway\Storage\AuditOption;
use Causeway\Storage\IncidentTable;
use Causeway\Storage\NoticeTable;
use Causeway\Storage\RiskTable;
use Causeway\Storage\Settings;
use Causeway\Support\SystemRandomness;
use Causeway\Tests\Integration\Rest\DoorTestCase;
use Causeway\Vendor\GraphQL\Type\Definition\EnumType;
use Causeway\Vendor\GraphQL\Type\Definition\NonNull;
use Causeway\Vendor\GraphQL\Type\Definition\ObjectType;
use Causeway\Vendor\GraphQL\Type\Definition\Type;
use Causeway\Vendor\GraphQL\Type\Schema;
use Causeway\Vendor\GraphQL\Utils\BuildSchema;
use PHPUnit\Framework\Attributes\CoversNothing;

/** The committed schema and what is answered are the same. */
#[CoversNothing]
final class SchemaTest extends DoorTestCase {

	private string $countedIn = '';

	private function schema(): Schema {
		return BuildSchema::build( (string) file_get_contents( dirname( __DIR__, 4 ) . '/src/server/GraphQL/schema.graphql' ) );
	}

	/** Every field of a type, and of every type below it; a type inside itself is left out. */
	private function everything( ObjectType $type, string ...$above ): string {
		$fields = [];
		foreach ( $type->getFields() as $field ) {
			$inner = Type::getNamedType( $field->getType() );
			if ( ! $inner instanceof ObjectType ) {
				$fields[] = $field->name;
			} elseif ( ! in_array( $inner->name, $above, true ) ) {
				$fields[] = $field->name . $this->everything( $inner, $type->name, ...$above );
			}
		}
		return '{ ' . implode( ' ', $fields ) . ' }';
	}

	/** Compares an answer with its type, down to the leaves. Returns the types that were seen filled. */
	private function check( Type $type, mixed $value, string $path ): array {
		if ( $type instanceof NonNull ) {
			self::assertNotNull( $value, $path );
			$type = $type->getWrappedType();
		}
		if ( null === $value ) {
			return [];
		}
		if ( is_array( $value ) && array_is_list( $value ) ) {
			$item = method_exists( $type, 'getWrappedType' ) ? $type->getWrappedType() : $type;
			return array_merge( [], ...array_map( fn ( mixed $one, int $at ): array => $this->check( $item, $one, "{$path}[{$at}]" ), $value, array_keys( $value ) ) );
		}
		$named = Type::getNamedType( $type );
		if ( $named instanceof EnumType ) {
			self::assertNotNull( $named->getValue( is_string( $value ) ? $value : '' ), $path );
		}
		if ( ! $named instanceof ObjectType ) {
			return [];
		}
		self::assertIsArray( $value, $path );
		$seen = [ $named->name ];
		foreach ( $value as $name => $inner ) {
			$seen = [ ...$seen, ...$this->check( $named->getField( (string) $name )->getType(), $inner, "{$path}.{$name}" ) ];
		}
		return array_values( array_unique( $seen ) );
	}

	public function test_every_field_of_every_type_is_answered_on_a_case_with_a_full_diagnosis(): void {
		$case    = $this->diagnosedCase();
		$fix     = $this->http( 'POST', "/cases/{$case}/steps/check-account", [ 'done' => true ] );
		self::assertSame( 200, $fix->status );
		$this->http( 'POST', '/connections/zoho-crm/test' );
		$incident = $this->incidentOf( $case );
		$this->http( 'PUT', '/settings', [ 'portal_page_ids' => [ self::page( '<!-- wp:causeway/login-error /-->' )->ID ] ] );
		$this->http( 'POST', "/cases/{$case}/feedback", [ 'right_cause' => 'zoho-crm/contact-without-account' ] );
		$this->auditOnce();
		$this->tellOnce();
		$this->recordMessage();
		( new CaseRunOption() )->save( ( new CaseRun( BulkAction::Diagnose, '', get_current_user_id(), time(), [ $case ], 1, current: $case ) )->after( 'It could not be looked at.' ) );
		$this->recordOneLogin();
		$this->storm();
		$schema   = $this->schema();
		$query    = $schema->getQueryType();
		self::assertNotNull( $query );
		$seen = [ 'Query' ];
		foreach ( $query->getFields() as $field ) {
			$arguments = [
				'case'  => "(id: {$case})",
				'cases' => '(first: 2)',
				'incident' => "(id: {$incident})",
				'cause'    => '(system: "zoho-crm", cause: "contact-without-account")',
				'explain'  => '(message: "Your green badge is stale. Please contact your administrator.")',
			][ $field->name ] ?? '';
			$inner     = Type::getNamedType( $field->getType() );
			self::assertInstanceOf( ObjectType::class, $inner );
			$answer = $this->ask( '{ ' . $field->name . $arguments . $this->everything( $inner, 'Query' ) . ' }' );
			self::assertSame( 200, $answer->status, $answer->body );
			self::assertNull( $answer->at( 'errors' ), $field->name . ': ' . json_encode( $answer->at( 'errors' ) ) );
			self::assertNotEmpty( $answer->at( 'data', $field->name ), $field->name );
			$seen = [ ...$seen, ...$this->check( $field->getType(), $answer->at( 'data', $field->name ), $field->name ) ];
		}
		$types = array_filter( array_keys( $schema->getTypeMap() ), static fn ( string $name ): bool => $schema->getType( $name ) instanceof ObjectType && ! str_starts_with( $name, '__' ) );
		self::assertSame( [], array_values( array_diff( $types, $seen ) ), 'Types that no answer held.' );
	}

	/** More failed logins than a calm site has. They are counted in a file, which no transaction takes back. */
	private function storm(): void {
		$directory = new PrivateDirectory( sys_get_temp_dir(), 'causeway-' . substr( hash_hmac( 'sha256', 'spool of site ' . get_current_blog_id(), ( new Settings( $this->database(), new SystemRandomness() ) )->hashKey() ), 0, 24 ), [] );
		$counter   = new FileCounter( $directory );
		for ( $count = 0; $count < 400; $count++ ) {
			$counter->count( time() );
		}
		$this->countedIn = (string) $directory->path();
	}

	protected function tearDown(): void {
		array_map( 'unlink', '' === $this->countedIn ? [] : (array) glob( $this->countedIn . '/*' ) );
		parent::tearDown();
	}

	/** A second case, of somebody with a WordPress user, whose login was noted. */
	private function recordOneLogin(): void {
		$userId = self::user( [ 'user_login' => 'nele.brandt' ] )->ID;
		$this->refuse( $userId, 'nele.brandt', true );
		$this->work();
		update_user_option( $userId, 'causeway_flights', [ [ 'at' => 1_790_000_000, 'reference' => '', 'isDecided' => true, 'entries' => [ [ 'hook' => 'authenticate', 'priority' => 57, 'callbacks' => [ [ 'name' => 'gate', 'component' => 'plugin:gate' ] ], 'verdict' => 'refused', 'codes' => [ 'shut' ], 'changed' => true ] ] ] ] );
	}

	/** A rule of notifications, and a message of it. */
	private function tellOnce(): void {
		$rule = $this->http(
			'POST',
			'/notifications/rules',
			[
				'name'           => 'Desk',
				'about'          => 'refused',
				'cause'          => 'zoho-crm',
				'people'         => 1,
				'window_minutes' => 60,
				'channel'        => 'mail',
				'pace'           => 'digest',
				'names_people'   => false,
				'is_urgent'      => false,
				'is_on'          => true,
			]
		);
		self::assertSame( 200, $rule->status, $rule->body );
		( new NoticeTable( $this->database() ) )->raise( (int) $rule->at( 'id' ), 'zoho-crm', 'contact-in-recycle-bin', 3, time(), time() );
	}

	/** An open incident of this case, with a step run for everybody that failed once. */
	private function incidentOf( int $case ): int {
		$table = new IncidentTable( $this->database() );
		$table->open( 'ff', 'zoho-crm', 'contact-without-account', 'zoho-crm', time() );
		$incident = $table->list( true, 1 )[0]->id;
		self::wpdb()->query( "UPDATE {$this->database()->table( 'cases' )} SET incident_id = {$incident} WHERE id = {$case}" );
		$table->recount( $incident );
		$table->saveRun( $incident, ( new BulkRun( 'restore-contact', 1, time(), 0, 0, 1 ) )->after( $case, 'Refused.' ) );
		return $incident;
	}

	/** A message of this site, which `explain` is asked about. */
	private function recordMessage(): void {
		self::assertSame( 200, $this->http( 'POST', '/patterns', [ 'message' => 'Your green badge is stale' ] )->status );
	}

	/** An audit that found one person, and a connection that it could not read. */
	private function auditOnce(): void {
		( new AuditOption() )->save( new AuditState( 1, time(), AuditState::JUDGE, [], problems: [ 'zoho-crm' => 'Refused.' ] ) );
		( new RiskTable( $this->database() ) )->settle( [ 'user:1' => [ 'zoho-crm' ] ], [ new PersonAtRisk( 0, 'user:1', 1, 'Anna', 'zoho-crm', 'zoho-crm', 'contact-without-account', Confidence::Certain, 1, 1 ) ] );
	}

	public function test_there_is_nothing_to_change_and_nothing_to_subscribe_to(): void {
		self::assertNull( $this->schema()->getMutationType() );
		self::assertNull( $this->schema()->getSubscriptionType() );
		$this->administrator();
		foreach ( [ 'mutation { __typename }', 'subscription { __typename }', 'mutation { resolve(id: 1) { id } }' ] as $document ) {
			$answer = $this->ask( $document );
			self::assertIsString( $answer->at( 'errors', 0, 'message' ), $document );
			self::assertNull( $answer->at( 'data' ), $document );
		}
	}

	public function test_the_running_schema_is_the_committed_one(): void {
		$this->administrator();
		$answer = $this->ask( '{ __schema { types { name fields { name } } } }' );
		$types  = $answer->at( 'data', '__schema', 'types' );
		self::assertIsArray( $types );
		$running = [];
		foreach ( $types as $type ) {
			if ( is_array( $type ) && is_string( $type['name'] ) && ! str_starts_with( $type['name'], '__' ) ) {
				$running[ $type['name'] ] = array_column( (array) ( $type['fields'] ?? [] ), 'name' );
			}
		}
		foreach ( $this->schema()->getTypeMap() as $name => $type ) {
			if ( $type instanceof ObjectType && ! str_starts_with( $name, '__' ) ) {
				self::assertSame( array_keys( $type->getFields() ), $running[ $name ] ?? [], $name );
			}
		}
	}
}

<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Cases\DiagnosisRecord;
use Causeway\Cases\DiagnosisStore;
use Causeway\Diagnosis\Diagnosis;

/** Diagnoses in their table: inserted, read, never updated. */
final class DiagnosisTable implements DiagnosisStore {

	public function __construct( private readonly Database $database ) {}

	public function add( int $caseId, int $madeAt, string $catalogVersion, Diagnosis $diagnosis ): int {
		$this->database->run(
			"INSERT INTO {$this->database->table( 'diagnoses' )} (site_id, case_id, made_at, catalog_version, body) VALUES (%d, %d, %d, %s, %s)",
			$this->database->siteId(),
			$caseId,
			$madeAt,
			Database::ascii( $catalogVersion, 32 ),
			Database::json( $diagnosis->toArray() )
		);
		return $this->database->insertedId();
	}

	public function find( int $id ): ?DiagnosisRecord {
		$row = $this->database->row( "SELECT * FROM {$this->database->table( 'diagnoses' )} WHERE id = %d AND site_id = %d", $id, $this->database->siteId() );
		return null === $row ? null : new DiagnosisRecord( $row->int( 'id' ), $row->int( 'case_id' ), $row->int( 'made_at' ), $row->string( 'catalog_version' ), Diagnosis::fromArray( $row->json( 'body' ) ) );
	}

	public function trim( int $caseId, int $keep ): void {
		$table = $this->database->table( 'diagnoses' );
		$oldest = (int) $this->database->value( "SELECT id FROM {$table} WHERE case_id = %d ORDER BY id DESC LIMIT 1 OFFSET %d", $caseId, $keep );
		if ( $oldest > 0 ) {
			$this->database->run( "DELETE FROM {$table} WHERE case_id = %d AND id <= %d", $caseId, $oldest );
		}
	}
}

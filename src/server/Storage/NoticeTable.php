<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Notifications\Change;
use Causeway\Notifications\Notice;
use Causeway\Notifications\NoticeStore;

/** Messages of rules. The key over rule, cause, round and change makes each of them one. */
final class NoticeTable implements NoticeStore {

	public function __construct( private readonly Database $database ) {}

	public function open(): array {
		return $this->notices( 'is_open = 1 ORDER BY id' );
	}

	public function raise( int $ruleId, string $system, string $cause, int $people, int $at, int $dueAt ): bool {
		$of   = [ $this->database->siteId(), $ruleId, $system, $cause ];
		$last = $this->database->row( "SELECT round, is_open FROM {$this->table()} WHERE site_id = %d AND rule_id = %d AND `system` = %s AND cause = %s AND told = 'raised' ORDER BY round DESC LIMIT 1", ...$of );
		if ( null !== $last && $last->bool( 'is_open' ) ) {
			return false;
		}
		return $this->add( $ruleId, $system, $cause, Change::Raised, null === $last ? 0 : $last->int( 'round' ) + 1, $people, $at, $dueAt );
	}

	public function calm( int $id, int $since ): void {
		$this->database->run( "UPDATE {$this->table()} SET calm_at = %d WHERE site_id = %d AND id = %d", $since, $this->database->siteId(), $id );
	}

	public function end( Notice $raised, int $at, int $dueAt ): void {
		// The message first: where this is killed in between, the next look ends it again and the key lets no second one in.
		$this->add( $raised->ruleId, $raised->system, $raised->cause, Change::Over, $raised->round, 0, $at, $dueAt );
		$this->database->run( "UPDATE {$this->table()} SET is_open = 0 WHERE site_id = %d AND id = %d", $this->database->siteId(), $raised->id );
	}

	public function dueRules( int $now ): array {
		return array_map( static fn ( Row $row ): int => $row->int( 'rule_id' ), $this->database->rows( "SELECT DISTINCT rule_id FROM {$this->table()} WHERE site_id = %d AND state = 'waiting' AND due_at <= %d", $this->database->siteId(), $now ) );
	}

	public function due( int $ruleId, int $now, int $limit ): array {
		return $this->notices( "state = 'waiting' AND rule_id = %d AND due_at <= %d ORDER BY id LIMIT %d", $ruleId, $now, $limit );
	}

	public function markSent( array $ids, int $at ): void {
		$this->database->run( "UPDATE {$this->table()} SET state = 'sent', sent_at = %d, problem = '' WHERE site_id = %d AND id IN (" . Database::places( count( $ids ) ) . ')', $at, $this->database->siteId(), ...$ids );
	}

	public function markTried( array $ids, int $dueAt, string $problem ): void {
		$this->database->run(
			"UPDATE {$this->table()} SET state = %s, due_at = %d, tries = tries + 1, problem = %s WHERE site_id = %d AND id IN (" . Database::places( count( $ids ) ) . ')',
			0 === $dueAt ? 'failed' : 'waiting',
			$dueAt,
			Database::ascii( $problem, 190 ),
			$this->database->siteId(),
			...$ids
		);
	}

	public function newest( int $limit ): array {
		return $this->notices( '1 = 1 ORDER BY id DESC LIMIT %d', $limit );
	}

	public function forget( int $ruleId ): void {
		$this->database->run( "DELETE FROM {$this->table()} WHERE site_id = %d AND rule_id = %d", $this->database->siteId(), $ruleId );
	}

	public function purge( int $before ): void {
		// The last round of each stays: it is what the next one is counted from.
		$this->database->run( "DELETE FROM {$this->table()} WHERE site_id = %d AND at < %d AND is_open = 0 AND state <> 'waiting' AND told = 'over'", $this->database->siteId(), $before );
	}

	private function add( int $ruleId, string $system, string $cause, Change $change, int $round, int $people, int $at, int $dueAt ): bool {
		return 1 === $this->database->run(
			"INSERT IGNORE INTO {$this->table()} (site_id, rule_id, `system`, cause, told, round, people, at, due_at, is_open, problem) VALUES (%d, %d, %s, %s, %s, %d, %d, %d, %d, %d, '')",
			$this->database->siteId(),
			$ruleId,
			Database::ascii( $system, 32 ),
			Database::ascii( $cause, 64 ),
			$change->value,
			$round,
			$people,
			$at,
			$dueAt,
			Change::Raised === $change ? 1 : 0
		);
	}

	/** @return list<Notice> */
	private function notices( string $where, int ...$values ): array {
		return array_map(
			static fn ( Row $row ): Notice => new Notice(
				$row->int( 'id' ),
				$row->int( 'rule_id' ),
				$row->string( 'system' ),
				$row->string( 'cause' ),
				Change::tryFrom( $row->string( 'told' ) ) ?? Change::Raised,
				$row->int( 'round' ),
				$row->int( 'people' ),
				$row->int( 'at' ),
				$row->int( 'calm_at' ),
				$row->int( 'tries' ),
				match ( $row->string( 'state' ) ) {
					'sent'   => 'sent',
					'failed' => 'failed',
					default  => 'waiting',
				},
				$row->int( 'sent_at' ),
				$row->string( 'problem' )
			),
			$this->database->rows( "SELECT * FROM {$this->table()} WHERE site_id = %d AND {$where}", $this->database->siteId(), ...$values )
		);
	}

	private function table(): string {
		return $this->database->table( 'notices' );
	}
}

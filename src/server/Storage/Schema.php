<?php

declare(strict_types=1);

namespace Causeway\Storage;

/**
 * Our tables. They are made once a network; additive only within a major version, so that two versions of the plugin can work side by side
 * while nodes update.
 *
 * Plain `CREATE TABLE`: it runs on MySQL, MariaDB and on WordPress' SQLite integration alike. Everything is ASCII but the words people are
 * looked up by. `system` is a reserved word of MySQL 8, so it stands in backticks everywhere.
 */
final class Schema {

	public const VERSION = 7;

	private const ASCII = 'DEFAULT CHARACTER SET ascii COLLATE ascii_bin';

	private const WORDS = 'DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

	public function __construct( private readonly Database $database ) {}

	/** Names without prefix, children before parents. */
	public const TABLES = [ 'attempts', 'words', 'diagnoses', 'journal', 'cases', 'incidents', 'notices', 'people', 'records', 'links', 'connections', 'locks', 'breakers', 'limits', 'jobs' ];

	/** Columns that came after the first version: table, column, definition. */
	private const ADDED = [
		[ 'connections', 'saved_today', 'INT UNSIGNED NOT NULL DEFAULT 0' ],
		[ 'attempts', 'mail_hash', "CHAR(32) NOT NULL DEFAULT ''" ],
		[ 'attempts', 'token_at', 'INT UNSIGNED NOT NULL DEFAULT 0' ],
		[ 'cases', 'incident_id', 'BIGINT UNSIGNED NOT NULL DEFAULT 0' ],
		[ 'records', 'needs_contact', 'TINYINT UNSIGNED NOT NULL DEFAULT 2' ],
		[ 'cases', 'role', "VARCHAR(64) NOT NULL DEFAULT ''" ],
		[ 'records', 'ends_at', 'INT UNSIGNED NOT NULL DEFAULT 0' ],
		[ 'people', 'ends_at', 'INT UNSIGNED NOT NULL DEFAULT 0' ],
		[ 'people', 'invited_at', 'INT UNSIGNED NOT NULL DEFAULT 0' ],
	];

	/** Keys that came after the first version: each narrow list of cases is read in order from one of them, and changes find the people who hang on them. */
	private const ADDED_KEYS = [
		[ 'cases', 'of_cause', '(site_id, `system`, cause, is_known, is_closed, last_attempt_at, id)' ],
		[ 'cases', 'of_system', '(site_id, `system`, is_known, is_closed, last_attempt_at, id)' ],
		[ 'cases', 'of_incident_recent', '(site_id, incident_id, is_closed, last_attempt_at, id)' ],
		[ 'cases', 'of_role', '(site_id, role, is_closed, last_attempt_at, id)' ],
		[ 'links', 'by_contact', '(site_id, connection, contact_id)' ],
	];

	/** Makes what is missing. Safe to repeat and to run on several nodes at once. */
	public function install(): void {
		foreach ( self::columns() as $name => $columns ) {
			$charset = 'words' === $name ? self::WORDS : self::ASCII;
			$this->database->run( "CREATE TABLE IF NOT EXISTS {$this->database->table( $name )} ({$columns}) {$charset}" );
		}
		foreach ( self::ADDED as [ $table, $column, $definition ] ) {
			if ( ! $this->database->hasColumn( $table, $column ) ) {
				$this->database->run( "ALTER TABLE {$this->database->table( $table )} ADD COLUMN {$column} {$definition}" );
			}
		}
		foreach ( self::ADDED_KEYS as [ $table, $key, $columns ] ) {
			if ( ! $this->database->hasKey( $table, $key ) ) {
				$this->database->run( "ALTER TABLE {$this->database->table( $table )} ADD KEY {$key} {$columns}" );
			}
		}
	}

	public function drop(): void {
		foreach ( self::TABLES as $name ) {
			$this->database->run( "DROP TABLE IF EXISTS {$this->database->table( $name )}" );
		}
	}

	/** Removes what belongs to one site of a network. */
	public function forgetSite( int $siteId ): void {
		foreach ( self::TABLES as $name ) {
			$this->database->run( "DELETE FROM {$this->database->table( $name )} WHERE site_id = %d", $siteId );
		}
	}

	/** @return array<string, string> Table → columns and keys. */
	private static function columns(): array {
		$id = 'id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT, site_id INT UNSIGNED NOT NULL';
		return [
			// Written on the login path: one narrow row. by_day holds all that a count of days reads.
			'attempts'    => "{$id}, reference CHAR(8) NOT NULL, occurred_at INT UNSIGNED NOT NULL, entry VARCHAR(16) NOT NULL,
				user_id BIGINT UNSIGNED NOT NULL DEFAULT 0, login_hash CHAR(32) NOT NULL DEFAULT '', code VARCHAR(64) NOT NULL DEFAULT '',
				symptom VARCHAR(96) NOT NULL DEFAULT '', shown_symptom VARCHAR(96) NOT NULL DEFAULT '', is_proven TINYINT NOT NULL DEFAULT 0,
				view_hash CHAR(32) NOT NULL DEFAULT '', portal_call VARCHAR(190) NOT NULL DEFAULT '', state VARCHAR(12) NOT NULL DEFAULT 'received',
				case_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
				PRIMARY KEY (id), UNIQUE KEY reference (reference), KEY of_case (site_id, case_id, id), KEY by_day (site_id, occurred_at, case_id)",
			// counted_* keep the count right when old attempts are purged: attempt_count = counted_before + those with a greater id.
			'cases'       => "{$id}, person_key VARCHAR(64) NOT NULL, open_key BIGINT UNSIGNED NOT NULL DEFAULT 0, user_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
				portal_user_id BIGINT UNSIGNED NOT NULL DEFAULT 0, label VARCHAR(255) NOT NULL DEFAULT '', state VARCHAR(12) NOT NULL DEFAULT 'open',
				is_known TINYINT NOT NULL DEFAULT 0, is_closed TINYINT NOT NULL DEFAULT 0, `system` VARCHAR(32) NOT NULL DEFAULT '',
				cause VARCHAR(64) NOT NULL DEFAULT '', confidence VARCHAR(12) NOT NULL DEFAULT '', opened_at INT UNSIGNED NOT NULL,
				updated_at INT UNSIGNED NOT NULL, last_attempt_at INT UNSIGNED NOT NULL, attempt_count INT UNSIGNED NOT NULL DEFAULT 0,
				counted_before INT UNSIGNED NOT NULL DEFAULT 0, counted_to BIGINT UNSIGNED NOT NULL DEFAULT 0, incident_id BIGINT UNSIGNED NOT NULL DEFAULT 0, last_reference CHAR(8) NOT NULL DEFAULT '',
				diagnosis_id BIGINT UNSIGNED NOT NULL DEFAULT 0, notified_state VARCHAR(128) NOT NULL DEFAULT '', resolved_at INT UNSIGNED NOT NULL DEFAULT 0,
				round INT UNSIGNED NOT NULL DEFAULT 0,
				PRIMARY KEY (id), UNIQUE KEY person (site_id, person_key, open_key), KEY recent (site_id, last_attempt_at, id),
				KEY known_recent (site_id, is_known, last_attempt_at, id), KEY known_waiting (site_id, is_known, is_closed, last_attempt_at, id),
				KEY known_state (site_id, is_known, state, last_attempt_at, id), KEY by_cause (site_id, `system`, cause, is_known, last_attempt_at, id),
				KEY by_system (site_id, `system`, is_known, last_attempt_at, id), KEY closed (site_id, resolved_at, id), KEY of_incident (site_id, incident_id, id)",
			// While it is open its open_key is 0, so that one of a kind is open at a time; then its own id.
			'incidents'   => "{$id}, fingerprint CHAR(32) NOT NULL, open_key BIGINT UNSIGNED NOT NULL DEFAULT 0, is_open TINYINT NOT NULL DEFAULT 1, `system` VARCHAR(32) NOT NULL,
				cause VARCHAR(64) NOT NULL, connection VARCHAR(32) NOT NULL DEFAULT '', state VARCHAR(12) NOT NULL DEFAULT 'open', opened_at INT UNSIGNED NOT NULL,
				updated_at INT UNSIGNED NOT NULL, resolved_at INT UNSIGNED NOT NULL DEFAULT 0, people INT UNSIGNED NOT NULL DEFAULT 0, waiting INT UNSIGNED NOT NULL DEFAULT 0,
				round SMALLINT UNSIGNED NOT NULL DEFAULT 0, notified_state VARCHAR(32) NOT NULL DEFAULT '', run TEXT NOT NULL,
				PRIMARY KEY (id), UNIQUE KEY one_open (site_id, fingerprint, open_key), KEY listed (site_id, is_open, id)",
			'notices'     => "{$id}, rule_id INT UNSIGNED NOT NULL, `system` VARCHAR(32) NOT NULL, cause VARCHAR(64) NOT NULL, told VARCHAR(8) NOT NULL, round INT UNSIGNED NOT NULL DEFAULT 0,
				is_open TINYINT NOT NULL DEFAULT 0, people INT UNSIGNED NOT NULL DEFAULT 0, at INT UNSIGNED NOT NULL, calm_at INT UNSIGNED NOT NULL DEFAULT 0, due_at INT UNSIGNED NOT NULL,
				tries SMALLINT UNSIGNED NOT NULL DEFAULT 0, state VARCHAR(8) NOT NULL DEFAULT 'waiting', sent_at INT UNSIGNED NOT NULL DEFAULT 0, problem VARCHAR(190) NOT NULL DEFAULT '',
				PRIMARY KEY (id), UNIQUE KEY once (site_id, rule_id, `system`, cause, told, round), KEY due (site_id, state, due_at, rule_id), KEY opened (site_id, is_open, id)",
			'people'      => "{$id}, person_key VARCHAR(128) NOT NULL, user_id BIGINT UNSIGNED NOT NULL DEFAULT 0, label VARCHAR(255) NOT NULL DEFAULT '', connection VARCHAR(32) NOT NULL,
				`system` VARCHAR(32) NOT NULL, cause VARCHAR(64) NOT NULL, confidence VARCHAR(12) NOT NULL, since INT UNSIGNED NOT NULL, seen_at INT UNSIGNED NOT NULL,
				PRIMARY KEY (id), UNIQUE KEY person (site_id, person_key), KEY by_cause (site_id, `system`, cause, id), KEY listed (site_id, id), KEY by_user (site_id, user_id), KEY seen (site_id, seen_at)",
			'records'     => "site_id INT UNSIGNED NOT NULL, connection VARCHAR(32) NOT NULL, kind VARCHAR(8) NOT NULL, record_id VARCHAR(64) NOT NULL, presence TINYINT UNSIGNED NOT NULL,
				email_hash CHAR(32) NOT NULL DEFAULT '', contact_id VARCHAR(64) NOT NULL DEFAULT '', account_id VARCHAR(64) NOT NULL DEFAULT '', is_active TINYINT UNSIGNED NOT NULL,
				is_confirmed TINYINT UNSIGNED NOT NULL, needs_contact TINYINT UNSIGNED NOT NULL DEFAULT 2, invited_at INT UNSIGNED NOT NULL DEFAULT 0, seen_at INT UNSIGNED NOT NULL, pass INT UNSIGNED NOT NULL,
				PRIMARY KEY (site_id, connection, kind, record_id), KEY by_email (site_id, connection, kind, email_hash)",
			'words'       => "site_id INT UNSIGNED NOT NULL, word VARCHAR(64) NOT NULL, case_id BIGINT UNSIGNED NOT NULL,
				PRIMARY KEY (site_id, word, case_id), KEY of_case (case_id)",
			'diagnoses'   => "{$id}, case_id BIGINT UNSIGNED NOT NULL, made_at INT UNSIGNED NOT NULL, catalog_version VARCHAR(32) NOT NULL, body MEDIUMTEXT NOT NULL,
				PRIMARY KEY (id), KEY of_case (case_id, id), KEY of_site (site_id)",
			'journal'     => "{$id}, case_id BIGINT UNSIGNED NOT NULL, at INT UNSIGNED NOT NULL, actor BIGINT UNSIGNED NOT NULL DEFAULT 0, kind VARCHAR(32) NOT NULL,
				step VARCHAR(64) NOT NULL DEFAULT '', unique_key CHAR(32) NULL, body TEXT NOT NULL,
				PRIMARY KEY (id), UNIQUE KEY once (unique_key), KEY of_case (case_id, id), KEY of_site (site_id, id), KEY of_kind (site_id, kind, at)",
			'connections' => "{$id}, slug VARCHAR(32) NOT NULL, `system` VARCHAR(32) NOT NULL, may_write TINYINT NOT NULL DEFAULT 0, fields TEXT NOT NULL,
				secrets TEXT NOT NULL, token TEXT NOT NULL, facts TEXT NOT NULL, conditions TEXT NOT NULL, last_used_at INT UNSIGNED NOT NULL DEFAULT 0,
				calls_day INT UNSIGNED NOT NULL DEFAULT 0, calls_today INT UNSIGNED NOT NULL DEFAULT 0, saved_today INT UNSIGNED NOT NULL DEFAULT 0,
				PRIMARY KEY (id), UNIQUE KEY slug (site_id, slug)",
			'links'       => "{$id}, connection VARCHAR(32) NOT NULL, login_hash CHAR(32) NOT NULL DEFAULT '', email_hash CHAR(32) NOT NULL DEFAULT '',
				user_id BIGINT UNSIGNED NOT NULL DEFAULT 0, portal_user_id BIGINT UNSIGNED NOT NULL DEFAULT 0, contact_id VARCHAR(64) NOT NULL DEFAULT '',
				account_id VARCHAR(64) NOT NULL DEFAULT '', person_key VARCHAR(64) NOT NULL DEFAULT '', seen_at INT UNSIGNED NOT NULL DEFAULT 0,
				PRIMARY KEY (id), UNIQUE KEY person (site_id, connection, portal_user_id, user_id), KEY by_login (site_id, login_hash),
				KEY by_email (site_id, email_hash), KEY by_user (site_id, user_id), KEY by_portal_user (site_id, portal_user_id)",
			'locks'       => 'site_id INT UNSIGNED NOT NULL, name VARCHAR(64) NOT NULL, owner CHAR(16) NOT NULL, lease_until INT UNSIGNED NOT NULL, PRIMARY KEY (site_id, name)',
			'breakers'    => 'site_id INT UNSIGNED NOT NULL, host VARCHAR(190) NOT NULL, failures INT UNSIGNED NOT NULL, opened_at INT UNSIGNED NOT NULL, PRIMARY KEY (site_id, host)',
			'limits'      => 'site_id INT UNSIGNED NOT NULL, bucket CHAR(32) NOT NULL, ends_at INT UNSIGNED NOT NULL, hits INT UNSIGNED NOT NULL, PRIMARY KEY (site_id, bucket), KEY ended (ends_at)',
			'jobs'        => "{$id}, kind VARCHAR(32) NOT NULL, subject BIGINT UNSIGNED NOT NULL DEFAULT 0, unique_key VARCHAR(96) NOT NULL,
				priority TINYINT UNSIGNED NOT NULL DEFAULT 50, run_at INT UNSIGNED NOT NULL, lease_until INT UNSIGNED NOT NULL DEFAULT 0,
				owner CHAR(16) NOT NULL DEFAULT '', fence INT UNSIGNED NOT NULL DEFAULT 0, attempts SMALLINT UNSIGNED NOT NULL DEFAULT 0,
				asked_again TINYINT NOT NULL DEFAULT 0, state VARCHAR(8) NOT NULL DEFAULT 'ready', resume_at TEXT NOT NULL, last_error VARCHAR(190) NOT NULL DEFAULT '',
				PRIMARY KEY (id), UNIQUE KEY once (site_id, unique_key), KEY due (site_id, state, priority, run_at, id)",
		];
	}
}

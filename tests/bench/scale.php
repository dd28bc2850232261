<?php
/**
 * Fills a site to a size and does the background's work there, by `wp eval-file scale.php <order> …`; each order prints one line of JSON.
 *
 * `fill <from> <to>`: people with a case and an attempt each, numbered so; a tenth of the cases waits, one in five names is nobody's. `old <count>`: attempts
 * and closed cases beyond their time. `purge`: the retention's work until nothing old is left. `audit`: one whole audit. `export`: every case, page by page.
 */

declare(strict_types=1);

use Causeway\Cases\CaseQuery;
use Causeway\Cases\Retention;
use Causeway\Background\Deadline;
use Causeway\Storage\AttemptTable;
use Causeway\Storage\CaseTable;
use Causeway\Storage\Database;
use Causeway\Storage\HelpRequestTable;
use Causeway\Storage\Settings;
use Causeway\Storage\SharedRows;
use Causeway\Support\LoginNameHash;
use Causeway\Support\SystemClock;
use Causeway\Support\SystemRandomness;

const ROWS_A_STATEMENT = 1_000;
const DAY              = 86_400;
const FIRST_USER       = 10_000_000;
const FIRST_OLD        = 1_000_000;
const FIRST_OF_ITS_OWN = 90_000_000;
const CAUSES           = [ [ 'wordpress', 'wrong-password' ], [ 'zoho-crm', 'contact-in-recycle-bin' ], [ 'zoho-crm', 'contact-without-account' ], [ 'wordpress', 'role-missing' ], [ 'zoho-crm', 'contact-permanently-deleted' ], [ '', '' ] ];

global $wpdb;
$wpdb->suppress_errors( false );
$database = new Database( $wpdb );
$settings = new Settings( $database, new SystemRandomness() );
$site     = get_current_blog_id();
$now      = time();

/** Eight letters that no other number gives. */
$reference = static function ( int $number ): string {
	$letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
	$text    = '';
	for ( $at = 0; $at < 8; $at++ ) {
		$text     = $letters[ $number % 32 ] . $text;
		$number   = intdiv( $number, 32 );
	}
	return $text;
};

/** Inserts rows that hold nothing but digits and plain words. */
$insert = static function ( string $table, string $columns, array $rows ) use ( $wpdb ): void {
	foreach ( array_chunk( $rows, ROWS_A_STATEMENT ) as $chunk ) {
		if ( false === $wpdb->query( "INSERT INTO {$table} ({$columns}) VALUES " . implode( ',', $chunk ) ) ) {
			throw new RuntimeException( $wpdb->last_error );
		}
	}
};

$fill = static function ( int $from, int $to ) use ( $wpdb, $database, $settings, $site, $now, $reference, $insert ): array {
	$hash      = new LoginNameHash( $settings->hashKey() );
	$body      = (string) $wpdb->get_var( "SELECT body FROM {$database->table( 'diagnoses' )} ORDER BY id LIMIT 1" );
	$catalog   = (string) $wpdb->get_var( "SELECT catalog_version FROM {$database->table( 'diagnoses' )} ORDER BY id LIMIT 1" );
	$diagnosis = $wpdb->prepare( '%s, %s', $catalog, $body );
	if ( 1 === $from ) {
		// What other parts have left is of today and has lower numbers than what is old here: on a site ids grow with time.
		$wpdb->query( "DELETE FROM {$database->table( 'attempts' )}" );
		// What the site writes by itself meanwhile gets numbers beyond all of these.
		$insert( $database->table( 'attempts' ), 'id,site_id,reference,occurred_at,entry', [ '(' . FIRST_OF_ITS_OWN . ",{$site},'ZZZZZZZZ',{$now},'x')" ] );
		$insert( $database->table( 'cases' ), 'id,site_id,person_key,opened_at,updated_at,last_attempt_at', [ '(' . FIRST_OF_ITS_OWN . ",{$site},'x',1,1,1)" ] );
		$insert( $database->table( 'diagnoses' ), 'id,site_id,case_id,made_at,catalog_version,body', [ '(' . FIRST_OF_ITS_OWN . ",{$site},0,1,'','')" ] );
		foreach ( [ 'attempts', 'cases', 'diagnoses' ] as $table ) {
			$wpdb->query( "DELETE FROM {$database->table( $table )} WHERE id = " . FIRST_OF_ITS_OWN );
		}
	}
	$started   = microtime( true );
	for ( $first = $from; $first < $to; $first += ROWS_A_STATEMENT ) {
		$rows = array_fill_keys( [ 'users', 'usermeta', 'cases', 'attempts', 'words', 'diagnoses', 'journal', 'links', 'people' ], [] );
		for ( $number = $first; $number < min( $to, $first + ROWS_A_STATEMENT ); $number++ ) {
			$id                  = FIRST_USER + $number;
			$name                = "person-{$number}";
			$mail                = "{$name}@scale.example";
			$isKnown             = 0 !== $number % 5;
			$isWaiting           = 1 === $number % 10;
			[ $system, $cause ]  = CAUSES[ $number % 6 ];
			// Spread over 29 days by a step that has no divisor in common with it, so that neighbours by number are not neighbours by time.
			$at                  = $now - 600 - ( $number * 7919 ) % ( 29 * DAY );
			$ended               = $isWaiting ? 0 : $at + 3_600;
			$state               = $isWaiting ? ( '' === $cause ? 'open' : 'diagnosed' ) : 'resolved';
			$key                 = $isKnown ? "user:{$id}" : 'name:' . $hash->of( $name );
			$user                = $isKnown ? $id : 0;
			$closed              = $isWaiting ? 0 : 1;
			$code                = $reference( $number );
			$rows['attempts'][]  = "({$id},{$site},'{$code}',{$at},'wp-login',{$user},'{$hash->of( $name )}','incorrect_password','wordpress:wrong-password','=','explained',{$id})";
			$rows['cases'][]     = "({$id},{$site},'{$key}',{$user},'\"Person Number{$number}\"','{$state}'," . (int) $isKnown . ",{$closed},'{$system}','{$cause}','likely',{$at},{$at},{$at},1,'{$code}',{$id},{$ended},'subscriber')";
			$rows['diagnoses'][] = "({$id},{$site},{$id},{$at},{$diagnosis})";
			$rows['journal'][]   = "({$site},{$id},{$at},'opened','{}')";
			$rows['journal'][]   = "({$site},{$id},{$at},'diagnosed','{}')";
			if ( ! $isKnown ) {
				continue;
			}
			$rows['users'][]    = "({$id},'{$name}','','{$name}','{$mail}','Person Number{$number}','2026-01-01 00:00:00')";
			$rows['usermeta'][] = "({$id},'{$wpdb->prefix}capabilities','a:1:{s:10:\"subscriber\";b:1;}')";
			$rows['links'][]    = "({$site},'zoho-crm','{$hash->of( $name )}','{$hash->of( $mail )}',{$id},'{$id}','{$key}',{$at})";
			$rows['words'][]    = "({$site},'person',{$id})";
			$rows['words'][]    = "({$site},'number{$number}',{$id})";
			if ( $isWaiting ) {
				$rows['people'][] = "({$site},'{$key}',{$id},'\"Person Number{$number}\"','zoho-crm','zoho-crm','contact-without-account','certain',{$at},{$now})";
			}
		}
		$insert( $wpdb->users, 'ID,user_login,user_pass,user_nicename,user_email,display_name,user_registered', $rows['users'] );
		$insert( $wpdb->usermeta, 'user_id,meta_key,meta_value', $rows['usermeta'] );
		$insert( $database->table( 'attempts' ), 'id,site_id,reference,occurred_at,entry,user_id,login_hash,code,symptom,shown_symptom,state,case_id', $rows['attempts'] );
		$insert( $database->table( 'cases' ), 'id,site_id,person_key,user_id,label,state,is_known,is_closed,`system`,cause,confidence,opened_at,updated_at,last_attempt_at,attempt_count,last_reference,diagnosis_id,resolved_at,role', $rows['cases'] );
		$insert( $database->table( 'diagnoses' ), 'id,site_id,case_id,made_at,catalog_version,body', $rows['diagnoses'] );
		$insert( $database->table( 'journal' ), 'site_id,case_id,at,kind,body', $rows['journal'] );
		$insert( $database->table( 'links' ), 'site_id,connection,login_hash,email_hash,user_id,contact_id,person_key,seen_at', $rows['links'] );
		$insert( $database->table( 'words' ), 'site_id,word,case_id', $rows['words'] );
		$insert( $database->table( 'people' ), 'site_id,person_key,user_id,label,connection,`system`,cause,confidence,since,seen_at', $rows['people'] );
	}
	return [ 'seconds' => microtime( true ) - $started ];
};

/** Beyond their time: as many attempts of one case that stays, and a tenth as many closed cases with an attempt each. */
$old = static function ( int $count ) use ( $database, $site, $now, $reference, $insert ): array {
	$attempts = [];
	$cases    = [];
	for ( $number = 1; $number <= $count; $number++ ) {
		$at         = $now - 40 * DAY;
		$id         = FIRST_OLD + $number;
		$attempts[] = "({$id},{$site},'{$reference( 900_000_000 + $number )}',{$at},'wp-login',0,'','x','x','=','explained'," . ( FIRST_USER + 1 ) . ')';
		if ( 0 === $number % 10 ) {
			$ended   = $now - 200 * DAY;
			$cases[] = "({$id},{$site},'old:{$number}','\"\"','resolved',1,1,{$ended},{$ended},{$ended},{$ended})";
		}
		if ( ROWS_A_STATEMENT === count( $attempts ) || $number === $count ) {
			$insert( $database->table( 'attempts' ), 'id,site_id,reference,occurred_at,entry,user_id,login_hash,code,symptom,shown_symptom,state,case_id', $attempts );
			$insert( $database->table( 'cases' ), 'id,site_id,person_key,label,state,is_known,is_closed,opened_at,updated_at,last_attempt_at,resolved_at', $cases );
			$attempts = [];
			$cases    = [];
		}
	}
	return [ 'attempts' => $count, 'cases' => intdiv( $count, 10 ) ];
};

/** The longest statement, how many there were, how long all took, and how much of that this process and its database worked: the rest is waiting for others. */
$watched = static function ( callable $work ) use ( $wpdb ): array {
	$longest = 0.0;
	$asked   = 0.0;
	$cpu     = static function (): float {
		$usage = (array) getrusage();
		return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] + ( $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'] ) / 1e6;
	};
	defined( 'SAVEQUERIES' ) || define( 'SAVEQUERIES', true );
	$end     = static function ( $data, $query, $seconds ) use ( &$longest, &$asked, $wpdb ) {
		$longest       = max( $longest, (float) $seconds );
		$asked        += (float) $seconds;
		$wpdb->queries = [];
		return $data;
	};
	add_filter( 'log_query_custom_data', $end, 10, 3 );
	$before  = $wpdb->num_queries;
	$before_cpu = $cpu();
	$started = microtime( true );
	$base    = memory_get_usage();
	memory_reset_peak_usage();
	$done    = $work();
	$seconds = microtime( true ) - $started;
	$compute = $cpu() - $before_cpu + $asked;
	remove_filter( 'log_query_custom_data', $end );
	return [
		'done'      => $done,
		'seconds'   => $seconds,
		'compute'   => $compute,
		'queries'   => $wpdb->num_queries - $before,
		'longestMs' => 1_000 * $longest,
		'peakMB'    => ( memory_get_peak_usage() - $base ) / 1_048_576,
	];
};

$attempts = new AttemptTable( $database, new SystemRandomness() );
$cases    = new CaseTable( $database );
$orders   = [
	'fill'   => fn (): array => $fill( (int) $args[1], (int) $args[2] ),
	'old'    => fn (): array => $old( (int) $args[1] ),
	'purge'  => fn (): array => $watched(
		static function () use ( $attempts, $cases, $database, $settings ): int {
			$clock     = new SystemClock();
			$requests  = new HelpRequestTable( $database, $attempts, new LoginNameHash( $settings->hashKey() ), $clock, new SystemRandomness(), $settings->hashKey() );
			$retention = new Retention( $attempts, $cases, $requests, $settings, new SharedRows( $database ), $clock );
			$slices    = 1;
			while ( ! $retention->purge( new Deadline( $clock, 2.0 ) ) ) {
				++$slices;
			}
			return $slices;
		}
	),
	'export' => fn (): array => $watched(
		static function () use ( $cases ): int {
			$after = '';
			$count = 0;
			do {
				$page   = $cases->page( new CaseQuery( knownPeopleOnly: false, first: 100, after: $after ) );
				$count += count( $page->cases );
				$after  = (string) $page->endCursor();
			} while ( $page->hasNextPage );
			return $count;
		}
	),
	'audit'  => fn (): array => $watched(
		static function (): int {
			$state = WP_CLI::runcommand( 'causeway audit run --format=json', [ 'launch' => false, 'return' => true ] );
			return (int) json_decode( (string) $state, true )['people'];
		}
	),
];
echo wp_json_encode( $orders[ $args[0] ]() ), "\n";

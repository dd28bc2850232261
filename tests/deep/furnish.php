<?php
/**
 * Furnishes a site for kill tests, by `wp eval-file furnish.php people <contact ids as JSON>` or `refuse <contact ids as JSON>`.
 *
 * `people` makes a user for each contact and the link between both. `refuse` has the user of each refused once, after the password; a third argument
 * says when, in Unix seconds.
 */

declare(strict_types=1);

use Causeway\Capture\Attempt;
use Causeway\Storage\AttemptTable;
use Causeway\Storage\Database;
use Causeway\Storage\Settings;
use Causeway\Support\LoginNameHash;
use Causeway\Support\Reference;
use Causeway\Support\SystemRandomness;

global $wpdb;
[ $order, $file ] = $args;
$ids              = json_decode( (string) file_get_contents( $file ), true, 4, JSON_THROW_ON_ERROR );
$database         = new Database( $wpdb );
$randomness       = new SystemRandomness();
$hash             = new LoginNameHash( ( new Settings( $database, $randomness ) )->hashKey() );
$site             = get_current_blog_id();
$at               = (int) ( $args[2] ?? time() );

if ( 'people' === $order ) {
	foreach ( array_chunk( $ids, 500 ) as $chunk ) {
		$users = [];
		foreach ( $chunk as $id ) {
			$users[] = $wpdb->prepare( "(%s, '', %s, %s, %s, NOW())", "person-{$id}", "person-{$id}", "person.{$id}@populated.example", "Person {$id}" );
		}
		$wpdb->query( "INSERT INTO {$wpdb->users} (user_login, user_pass, user_nicename, user_email, display_name, user_registered) VALUES " . implode( ', ', $users ) );
		$links = [];
		foreach ( $chunk as $id ) {
			$links[] = [ $id, $hash->of( "person-{$id}" ), $hash->of( "person.{$id}@populated.example" ) ];
		}
		$users = $wpdb->get_results( "SELECT ID, user_login FROM {$wpdb->users} WHERE user_login IN ('person-" . implode( "', 'person-", array_map( 'esc_sql', $chunk ) ) . "')", OBJECT_K );
		$byId  = array_column( array_map( static fn ( object $user ): array => [ substr( $user->user_login, 7 ), (int) $user->ID ], $users ), 1, 0 );
		$rows  = array_map( static fn ( array $link ): string => $wpdb->prepare( "(%d, 'zoho-crm', %s, %s, %d, %s, %s)", $site, $link[1], $link[2], $byId[ $link[0] ], $link[0], "user:{$byId[ $link[0] ]}" ), $links );
		$wpdb->query( "INSERT INTO {$database->table( 'links' )} (site_id, connection, login_hash, email_hash, user_id, contact_id, person_key) VALUES " . implode( ', ', $rows ) );
	}
} else {
	$log = new AttemptTable( $database, $randomness );
	foreach ( $ids as $id ) {
		$user = get_user_by( 'login', "person-{$id}" );
		$log->append( new Attempt( Reference::random( $randomness ), $site, $at, 'wp-login', $user->ID, $hash->of( $user->user_login ), 'portal_refused', '', '', true, '', '' ) );
	}
}
echo count( $ids ), "\n";

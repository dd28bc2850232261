<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Cases\CaseFile;
use Causeway\Cases\Intake;
use Causeway\Cases\People as PeoplePort;
use Causeway\Cases\PersonCard;
use Causeway\Connector\PeopleDirectory;

/** This site's people, from WordPress's users and from the portal's own table. Passwords are never read. */
final class People implements PeoplePort, PeopleDirectory {

	public function __construct( private readonly CatalystTables $portal ) {}

	public function userById( int $userId ): ?array {
		return $userId > 0 ? self::known( get_userdata( $userId ) ) : null;
	}

	public function userByLoginOrEmail( string $typed ): ?array {
		$typed = trim( $typed );
		if ( '' === $typed ) {
			return null;
		}
		// As WordPress itself does: the login name before the address.
		$user = get_user_by( 'login', $typed );
		if ( false === $user && str_contains( $typed, '@' ) ) {
			$user = get_user_by( 'email', $typed );
		}
		return self::known( $user );
	}

	public function cards( array $cases ): array {
		$userIds   = array_values( array_unique( array_filter( array_map( static fn ( CaseFile $case ): int => $case->userId, $cases ) ) ) );
		$portalIds = array_values( array_unique( array_filter( array_map( static fn ( CaseFile $case ): int => 0 === $case->userId ? $case->portalUserId : 0, $cases ) ) ) );
		$users     = [];
		foreach ( [] === $userIds ? [] : get_users( [ 'include' => $userIds, 'blog_id' => 0, 'count_total' => false ] ) as $user ) {
			if ( $user instanceof \WP_User ) {
				$users[ (int) $user->ID ] = $user;
			}
		}
		$inPortal = $this->portal->byIds( $portalIds );
		$cards    = [];
		foreach ( $cases as $case ) {
			$user   = $users[ $case->userId ] ?? null;
			$person = $inPortal[ $case->portalUserId ] ?? null;
			if ( null !== $user ) {
				$cards[ $case->id ] = new PersonCard( '' === trim( (string) $user->display_name ) ? (string) $user->user_login : (string) $user->display_name, true, $case->userId, (string) $user->user_login, (string) $user->user_email, $case->portalUserId );
			} elseif ( null !== $person ) {
				$cards[ $case->id ] = new PersonCard( self::firstOf( $person['fullName'], $person['username'], $person['email'] ), true, 0, $person['username'], $person['email'], $case->portalUserId );
			} elseif ( $case->isKnown() ) {
				/* translators: Somebody who had an account here that is gone now, and whose name is not known any more. */
				$cards[ $case->id ] = new PersonCard( self::firstOf( $case->label, __( 'Somebody who is gone', 'causeway' ) ), true, $case->userId, '', '', $case->portalUserId );
			} else {
				$cards[ $case->id ] = new PersonCard( Intake::STRANGERS === $case->personKey ? __( 'Many names that match nobody here', 'causeway' ) : __( 'A name that matches nobody here', 'causeway' ), false );
			}
		}
		return $cards;
	}

	public function words( PersonCard $card ): array {
		return self::wordsOf( $card->label . ' ' . $card->loginName . ' ' . $card->email );
	}

	/**
	 * Lower-case words of a text, without accents: whole, and an e-mail address in its parts as well.
	 *
	 * @return list<string>
	 */
	public static function wordsOf( string $text ): array {
		$plain = mb_strtolower( remove_accents( $text ) );
		$words = preg_split( '/[\s,;<>()"]+/u', $plain, -1, PREG_SPLIT_NO_EMPTY );
		$found = [];
		foreach ( false === $words ? [] : $words as $word ) {
			$found[] = mb_substr( $word, 0, 64 );
		}
		return array_values( array_unique( $found ) );
	}

	public function newestSignInAt( int $userId ): int {
		$newest   = 0;
		$sessions = $userId > 0 ? get_user_meta( $userId, 'session_tokens', true ) : [];
		foreach ( is_array( $sessions ) ? $sessions : [] as $session ) {
			$began  = is_array( $session ) && is_numeric( $session['login'] ?? null ) ? (int) $session['login'] : 0;
			$newest = max( $newest, $began );
		}
		return $newest;
	}

	public function roleOf( int $userId ): string {
		return self::known( get_userdata( $userId ) )['roles'][0] ?? '';
	}

	public function displayName( int $userId ): string {
		$user = get_userdata( $userId );
		return $user instanceof \WP_User ? self::firstOf( (string) $user->display_name, (string) $user->user_login ) : '';
	}

	private static function firstOf( string ...$texts ): string {
		foreach ( $texts as $text ) {
			if ( '' !== trim( $text ) ) {
				return trim( $text );
			}
		}
		return '';
	}

	/** @return array{id: int, login: string, email: string, roles: list<string>, isSpam: bool, isMember: bool}|null */
	private static function known( mixed $user ): ?array {
		if ( ! $user instanceof \WP_User || ! $user->exists() ) {
			return null;
		}
		return [
			'id'       => (int) $user->ID,
			'login'    => (string) $user->user_login,
			'email'    => (string) $user->user_email,
			'roles'    => array_values( array_filter( $user->roles, 'is_string' ) ),
			'isSpam'   => is_multisite() && is_user_spammy( $user ),
			'isMember' => ! is_multisite() || is_user_member_of_blog( (int) $user->ID, get_current_blog_id() ),
		];
	}
}

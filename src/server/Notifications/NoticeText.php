<?php

declare(strict_types=1);

namespace Causeway\Notifications;

use Causeway\Audit\PersonAtRisk;
use Causeway\Audit\RiskStore;
use Causeway\Cases\CaseDesk;
use Causeway\Cases\CaseFile;
use Causeway\Cases\CaseQuery;
use Causeway\Cases\CaseState;
use Causeway\Diagnosis\Catalog;
use Causeway\Incidents\IncidentStore;

/** The words of a message, and where they lead. Names of people only where the rule lets them go. */
final class NoticeText {

	private const MOST_NAMED = 20;

	private const MOST_INCIDENTS = 50;

	public function __construct( private readonly Catalog $catalog, private readonly IncidentStore $incidents, private readonly CaseDesk $cases, private readonly RiskStore $risks ) {}

	/**
	 * No name and no cause stands in a subject, which shows on locked screens.
	 *
	 * @param non-empty-list<Notice> $notices
	 */
	public function subject( array $notices ): string {
		$site   = wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES );
		$only   = 1 === count( $notices ) ? $notices[0] : null;
		$people = $only->people ?? 0;
		return self::line(
			match ( true ) {
				/* translators: %s: Name of the site. */
				null !== $only && '' === $only->system  => sprintf( __( '[%s] A test of Causeway’s notifications', 'causeway' ), $site ),
				/* translators: %s: Name of the site. */
				Change::Over === $only?->change         => sprintf( __( '[%s] One cause that kept people out is gone', 'causeway' ), $site ),
				/* translators: 1: Name of the site, 2: How many people. */
				null !== $only                          => sprintf( _n( '[%1$s] %2$d person has trouble logging in, for one cause', '[%1$s] %2$d people have trouble logging in, for one cause', $people, 'causeway' ), $site, $people ),
				/* translators: 1: Name of the site, 2: How many. */
				default                                 => sprintf( _n( '[%1$s] %2$d change in what keeps people out', '[%1$s] %2$d changes in what keeps people out', count( $notices ), 'causeway' ), $site, count( $notices ) ),
			}
		);
	}

	/** @param non-empty-list<Notice> $notices */
	public function body( NoticeRule $rule, array $notices ): string {
		$parts = [];
		foreach ( $notices as $notice ) {
			$parts[] = implode( "\n", array_filter( [ $this->sentence( $rule, $notice ), ...array_map( self::personLine( ... ), $this->people( $rule, $notice ) ), $this->link( $rule, $notice ) ] ) );
		}
		/* translators: %s: Name that somebody gave to a rule. */
		$parts[] = sprintf( __( 'You get this by the rule “%s”. Rules and quiet hours:', 'causeway' ), self::line( $rule->name ) ) . "\n" . admin_url( 'admin.php?page=causeway&screen=settings' );
		return implode( "\n\n", $parts ) . "\n";
	}

	/** @return array<string, mixed> As the Standard Webhooks specification shapes it: `type`, `timestamp`, `data`. */
	public function payload( NoticeRule $rule, Notice $notice ): array {
		$isTest = '' === $notice->system;
		$data   = [
			'site' => home_url( '/' ),
			'rule' => $rule->name,
			'text' => $this->sentence( $rule, $notice ),
			'link' => $this->link( $rule, $notice ),
		];
		if ( ! $isTest ) {
			$data += [
				'about'  => $rule->topic->value,
				'system' => $notice->system,
				'cause'  => $notice->cause,
				'title'  => $this->title( $notice ),
				'people' => $notice->people,
			];
			if ( $rule->namesPeople ) {
				$data['persons'] = $this->people( $rule, $notice );
			}
		}
		return [
			'type'      => $isTest ? 'causeway.test' : 'causeway.cause.' . $notice->change->value,
			'timestamp' => gmdate( 'Y-m-d\TH:i:s\Z', $notice->at ),
			'data'      => $data,
		];
	}

	public function title( Notice $notice ): string {
		return null === $this->catalog->cause( $notice->system, $notice->cause ) ? "{$notice->system}/{$notice->cause}" : self::line( $this->catalog->texts( $notice->system, $notice->cause )['title'] );
	}

	private function sentence( NoticeRule $rule, Notice $notice ): string {
		return match ( true ) {
			'' === $notice->system             => __( 'This is a test. Nobody is kept out by what it says.', 'causeway' ),
			/* translators: %s: What was wrong. */
			Change::Over === $notice->change   => sprintf( __( 'Over: %s. Nobody is kept out by it any more.', 'causeway' ), $this->title( $notice ) ),
			Topic::AtRisk === $rule->topic     => sprintf(
				/* translators: 1: How many people, 2: what is wrong. */
				_n( '%1$d person would be refused on the next login: %2$s', '%1$d people would be refused on their next login: %2$s', $notice->people, 'causeway' ),
				$notice->people,
				$this->title( $notice )
			),
			default                            => sprintf(
				/* translators: 1: How many people, 2: what is wrong. */
				_n( '%1$d person cannot log in: %2$s', '%1$d people cannot log in: %2$s', $notice->people, 'causeway' ),
				$notice->people,
				$this->title( $notice )
			),
		};
	}

	private function link( NoticeRule $rule, Notice $notice ): string {
		if ( '' === $notice->system ) {
			return admin_url( 'admin.php?page=causeway&screen=settings' );
		}
		$cause = rawurlencode( "{$notice->system}/{$notice->cause}" );
		if ( Topic::AtRisk === $rule->topic ) {
			return admin_url( 'admin.php?page=causeway&screen=people&cause=' . $cause );
		}
		foreach ( $this->incidents->list( true, self::MOST_INCIDENTS ) as $incident ) {
			if ( $incident->system === $notice->system && $incident->cause === $notice->cause ) {
				return admin_url( 'admin.php?page=causeway&incident=' . $incident->id );
			}
		}
		return admin_url( 'admin.php?page=causeway&screen=cases&cause=' . $cause . ( Change::Over === $notice->change ? '&state=all' : '' ) );
	}

	/** @return list<array{name: string, email: string, link: string}> Who is kept out now; empty where the rule names nobody. */
	private function people( NoticeRule $rule, Notice $notice ): array {
		if ( ! $rule->namesPeople || '' === $notice->system || Change::Over === $notice->change ) {
			return [];
		}
		if ( Topic::AtRisk === $rule->topic ) {
			return array_map(
				static fn ( PersonAtRisk $person ): array => [
					'name'  => self::line( $person->label ),
					'email' => '',
					'link'  => admin_url( 'admin.php?page=causeway&screen=people' ),
				],
				$this->risks->list( "{$notice->system}/{$notice->cause}", 0, self::MOST_NAMED )
			);
		}
		$cases = $this->cases->list( new CaseQuery( CaseState::waiting(), "{$notice->system}/{$notice->cause}", '', '', true, self::MOST_NAMED ) )->cases;
		$cards = $this->cases->people( $cases );
		return array_map(
			static fn ( CaseFile $case ): array => [
				'name'  => self::line( $cards[ $case->id ]->label ?? $case->label ),
				'email' => self::line( $cards[ $case->id ]->email ?? '' ),
				'link'  => admin_url( 'admin.php?page=causeway&case=' . $case->id ),
			],
			$cases
		);
	}

	/** @param array{name: string, email: string, link: string} $person */
	private static function personLine( array $person ): string {
		return '- ' . $person['name'] . ( '' === $person['email'] || $person['email'] === $person['name'] ? '' : " ({$person['email']})" );
	}

	/** One line of plain text, whatever somebody calls themselves. */
	private static function line( string $text ): string {
		return trim( (string) preg_replace( '/[\p{C}\s]+/u', ' ', wp_check_invalid_utf8( $text, true ) ) );
	}
}

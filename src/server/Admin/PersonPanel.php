<?php

declare(strict_types=1);

namespace Causeway\Admin;

use Causeway\Audit\AuditDesk;
use Causeway\Cases\CaseDesk;
use Causeway\Diagnosis\Catalog;

/** “Why can’t this person log in?”: a link in the list of users, the answer on their profile. */
final class PersonPanel {

	/**
	 * @param \Closure(): CaseDesk  $desk
	 * @param \Closure(): AuditDesk $audits
	 * @param \Closure(): Catalog   $catalog
	 */
	public function __construct( private readonly \Closure $desk, private readonly \Closure $audits, private readonly \Closure $catalog ) {}

	public function hooks(): void {
		add_filter( 'user_row_actions', $this->addLink( ... ), 10, 2 );
		add_action( 'edit_user_profile', $this->show( ... ) );
	}

	/**
	 * Costs no query a row: the answer is looked up on the profile.
	 *
	 * @param array<string, string> $actions
	 * @return array<string, string>
	 */
	private function addLink( array $actions, mixed $user ): array {
		if ( $user instanceof \WP_User && current_user_can( 'causeway_view' ) && current_user_can( 'edit_user', $user->ID ) && get_current_user_id() !== $user->ID ) {
			$actions['causeway'] = sprintf( '<a href="%1$s#causeway-login">%2$s</a>', esc_url( get_edit_user_link( $user->ID ) ), esc_html__( 'Why can’t this person log in?', 'causeway' ) );
		}
		return $actions;
	}

	private function show( mixed $user ): void {
		if ( ! $user instanceof \WP_User || ! current_user_can( 'causeway_view' ) ) {
			return;
		}
		$lines = [ ...$this->caseLines( $user->ID ), ...$this->riskLines( $user->ID ) ];
		if ( [] === $lines ) {
			$lines[] = esc_html__( 'Causeway knows of nothing that keeps this person out: they were not refused lately, and the last look at everybody found nothing.', 'causeway' );
		}
		printf( '<h2 id="causeway-login">%1$s</h2><table class="form-table" role="presentation"><tr><th>%2$s</th><td><p>%3$s</p></td></tr></table>', esc_html__( 'Logging in', 'causeway' ), esc_html__( 'Why can’t this person log in?', 'causeway' ), implode( '</p><p>', $lines ) );
	}

	/** @return list<string> HTML. */
	private function caseLines( int $userId ): array {
		$case = ( $this->desk )()->ofUser( $userId );
		if ( null === $case ) {
			return [];
		}
		$text = match ( true ) {
			$case->state->isClosed() => __( 'There was trouble; it is resolved.', 'causeway' ),
			'' === $case->cause => __( 'They were refused. The cause is not known yet.', 'causeway' ),
			/* translators: %s: what is wrong */
			default => sprintf( __( 'They were refused: %s', 'causeway' ), ( $this->catalog )()->texts( $case->system, $case->cause )['title'] ),
		};
		return [ sprintf( '%1$s <a href="%2$s">%3$s</a>', esc_html( $text ), esc_url( admin_url( 'admin.php?page=' . Screens::PAGE . '&case=' . $case->id ) ), esc_html__( 'Open the case', 'causeway' ) ) ];
	}

	/** @return list<string> HTML. */
	private function riskLines( int $userId ): array {
		$risk = ( $this->audits )()->ofUser( $userId );
		return null === $risk ? [] : [
			esc_html(
				/* translators: %s: what is wrong */
				sprintf( __( 'They would be refused if they tried now: %s', 'causeway' ), ( $this->catalog )()->texts( $risk->system, $risk->cause )['title'] )
			),
		];
	}
}

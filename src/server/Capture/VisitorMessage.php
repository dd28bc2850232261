<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Causeway\Support\Reference;
use Closure;

/**
 * The words a refused person reads.
 *
 * To somebody who proved nothing the words depend only on the door and never on the account; the reference alone differs. Every text
 * passes the filter `causeway_visitor_message` and then an allow-list of elements.
 */
final class VisitorMessage {

	private const ALLOWED = [
		'a'      => [
			'href'  => true,
			'class' => true,
		],
		'br'     => [],
		'code'   => [
			'class' => true,
			'dir'   => true,
			'style' => true,
		],
		'em'     => [],
		'p'      => [ 'class' => true ],
		'span'   => [ 'class' => true ],
		'strong' => [],
	];

	/**
	 * @param Closure(string, string, string): string $provenText System, cause and confidence → the catalog's text for the person, plain; '' where it has none.
	 * @param Closure(string): string                 $publicText Symptom → what everybody may read who is shown it, plain; '' where there is only the text for all.
	 */
	public function __construct( private readonly ProvenDiagnosis $known, private readonly Closure $provenText, private readonly Closure $publicText ) {}

	/** Instead of WordPress's three messages that tell whether there is an account. */
	public function ofWrongCredentials( Refusal $refusal ): string {
		return $this->finishWithReference(
			sprintf(
				/* translators: 1: Address of the page for a new password, 2: Reference, such as K7QM-3FXA, 3: Address of the page that tells how it goes on. */
				__( '<strong>We could not log you in with this name and password.</strong> Check both, or <a href="%1$s">set a new password</a>. If it still does not work, give this reference to whoever runs this site: <code>%2$s</code> <a href="%3$s">More help</a>', 'causeway' ),
				esc_url( wp_lostpassword_url() ),
				esc_html( (string) $refusal->reference ),
				esc_url( StatusAddress::of( $refusal->reference ) )
			),
			MessageTier::Anonymous,
			$refusal
		);
	}

	/** The same for a program, which shows no markup. */
	public function plainWrongCredentials( Refusal $refusal ): string {
		return sprintf(
			/* translators: %s: Reference, such as K7QM-3FXA. */
			__( 'We could not log you in with this name and password. If you need help, give this reference to whoever runs this site: %s', 'causeway' ),
			(string) $refusal->reference
		);
	}

	/**
	 * Spares WordPress the search for a translation into the language that our texts are written in. While a storm rages, the search costs a
	 * third of what we cost; at any other time a site's own wording for that language is looked for as usual.
	 */
	public function leaveEnglishAsItIs(): void {
		$registry = $GLOBALS['wp_textdomain_registry'] ?? null;
		if ( $registry instanceof \WP_Textdomain_Registry && 'en_US' === determine_locale() ) {
			$registry->set( 'causeway', 'en_US', false );
		}
	}

	/** Below the text of whoever refused: the cause, where the person may know it, and the reference. */
	public function belowTheirText( Refusal $refusal ): string {
		$cause = $this->causeFor( $refusal );
		$line  = sprintf(
			/* translators: 1: Reference, such as K7QM-3FXA, 2: Address of the page that tells how it goes on. */
			__( 'If you need help, give this reference to whoever runs this site: <code>%1$s</code> <a href="%2$s">More help</a>', 'causeway' ),
			esc_html( (string) $refusal->reference ),
			esc_url( StatusAddress::of( $refusal->reference ) )
		);
		return $this->finishWithReference( '<br>' . ( '' === $cause ? '' : esc_html( $cause ) . '<br>' ) . $line, $this->tierOf( $refusal, $cause ), $refusal );
	}

	/** For the block, which shows the reference itself. */
	public function inPage( Refusal $refusal ): ShownMessage {
		$cause = $this->causeFor( $refusal );
		$tier  = $this->tierOf( $refusal, $cause );
		$html  = match ( $tier ) {
			MessageTier::Explained => esc_html( $cause ),
			MessageTier::Looking   => esc_html__( 'Your password is right, but the portal did not let you in. We are finding out why. You do not have to do anything; this text changes as soon as we know.', 'causeway' ),
			MessageTier::Anonymous => esc_html( $this->forEverybody( $refusal ) ),
		};
		return new ShownMessage( $refusal->reference, $tier, $this->finish( $html, $tier, $refusal ) );
	}

	/** After a redirect nothing is left of the refusal but its reference. */
	public function afterRedirect( Reference $reference, bool $isProven ): ShownMessage {
		$refusal = new Refusal( $reference, 0, 'portal-page', '', '', '', 0, $isProven );
		return new ShownMessage( $reference, $isProven ? MessageTier::Looking : MessageTier::Anonymous, $this->inPage( $refusal )->html );
	}

	/** Depends on what the page itself showed, which everybody can see, and on nothing else. */
	private function forEverybody( Refusal $refusal ): string {
		$symptom = '' === $refusal->shownSymptom ? $refusal->symptom : $refusal->shownSymptom;
		$text    = '' === $symptom ? '' : ( $this->publicText )( $symptom );
		return '' === $text ? __( 'The portal did not let you in. Check your name and your password first. If both are right, give the reference below to whoever runs this site: it leads them to the reason.', 'causeway' ) : $text;
	}

	private function causeFor( Refusal $refusal ): string {
		$known = $refusal->isProven ? $this->known->forPerson( $refusal->userId, $refusal->loginHash ) : null;
		return null === $known ? '' : ( $this->provenText )( $known['system'], $known['cause'], $known['confidence'] );
	}

	private function tierOf( Refusal $refusal, string $cause ): MessageTier {
		if ( ! $refusal->isProven ) {
			return MessageTier::Anonymous;
		}
		return '' === $cause ? MessageTier::Looking : MessageTier::Explained;
	}

	/** A reference stays in one line; among words from right to left, one that begins with digits would stand with its halves changed over. */
	private function finishWithReference( string $html, MessageTier $tier, Refusal $refusal ): string {
		return $this->finish( str_replace( '<code>', is_rtl() ? '<code dir="ltr" style="white-space:nowrap">' : '<code style="white-space:nowrap">', $html ), $tier, $refusal );
	}

	private function finish( string $html, MessageTier $tier, Refusal $refusal ): string {
		if ( ! has_filter( 'causeway_visitor_message' ) ) {
			// Escaped where it was made; a storm of refusals need not pay for looking again.
			return $html;
		}
		/**
		 * Filters what a refused person reads. The result is reduced to links and a few inline elements.
		 *
		 * Nothing in `$about` depends on an account as long as the tier is `anonymous`.
		 *
		 * @param string                                                $html
		 * @param array{tier: string, entry: string, reference: string} $about
		 */
		$filtered = apply_filters(
			'causeway_visitor_message',
			$html,
			[
				'tier'      => $tier->value,
				'entry'     => $refusal->entry,
				'reference' => (string) $refusal->reference,
			]
		);
		return wp_kses( is_string( $filtered ) ? $filtered : $html, self::ALLOWED );
	}
}

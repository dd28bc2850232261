<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Causeway\Diagnosis\Classifier;
use Causeway\Diagnosis\SymptomMatch;
use Causeway\Support\Randomness;
use Causeway\Support\ViewToken;
use Closure;

/**
 * Reads the page that answers a login on the front end, once it is finished and before it is sent.
 *
 * A portal of its own fires no hook when it refuses: its sentence in the page, and the vendor call just before, are all there is. A sentence
 * counts only as a whole text run, in an answer to a login form, or on the portal's page for somebody logged in to WordPress whose view
 * made the portal call its vendor.
 */
final class PageWatch {

	/** Code of a refusal that showed nothing: the form was sent, and the form came back. */
	public const SILENT = 'form_came_back';

	private bool $isWatching = false;

	private bool $isPortalPage = false;

	/** Whether this is the page that somebody was sent back to, and nobody is logged in who has a role here. */
	private bool $isBack = false;

	private bool $wasConcluded = false;

	/** @param Closure(string, string, int): void $sendCookie Name, value, lifetime in seconds. */
	public function __construct(
		private readonly Recorder $recorder,
		private readonly VendorCallWatch $calls,
		private readonly Classifier $classifier,
		private readonly VisitorMessage $message,
		private readonly MessageSlot $slot,
		private readonly CurrentRequest $request,
		private readonly CaptureSettings $settings,
		private readonly Randomness $randomness,
		private readonly Closure $sendCookie,
		private readonly CarriedRefusal $carried,
	) {}

	/**
	 * Whether the page of this request has to be read.
	 *
	 * @param int    $pageId  Id of the post that is shown; 0 where none is.
	 * @param string $content Its raw content.
	 * @param int    $userId  Who is logged in to WordPress; 0 for nobody.
	 */
	public function begin( int $pageId, string $content, int $userId ): bool {
		$this->isPortalPage = str_contains( $content, 'causeway/login-error' ) || str_contains( $content, '[causeway_login_error' )
			|| ( $pageId > 0 && in_array( $pageId, $this->settings->portalPageIds(), true ) );
		$this->isBack       = $this->isPortalPage && ! $this->request->isPost() && ( null !== $this->carried->reference() || '' !== $this->request->returnedCode() ) && ( 0 === $userId || SiteMembership::isMissing( $userId ) );
		$this->isWatching   = $this->request->isLoginForm() || ( $userId > 0 && $this->isPortalPage ) || $this->isBack;
		return $this->isWatching;
	}

	/** @param string $target Where the answer redirects to; '' where a script reads it. */
	public function carryOn( string $target ): void {
		$refusal = $this->recorder->current();
		if ( null === $refusal || ( 'portal-page' === $refusal->entry && '' !== $target && $this->answer()->redirectLetsIn( $target, $this->request->address() ) ) ) {
			return;
		}
		$this->giveView( $refusal );
		$this->carried->send( $refusal->reference, $refusal->isProven );
	}

	/**
	 * The finished page, with the message in its slot where it is a refusal; otherwise unchanged.
	 *
	 * @param int  $userId Who is logged in to WordPress; 0 for nobody.
	 * @param bool $isIn   Whether WordPress's own login succeeded in this request.
	 */
	public function conclude( string $html, int $userId, bool $isIn ): string {
		// A page that only accompanies a redirect is never seen.
		if ( ! $this->isWatching || $this->wasConcluded || '' !== $this->request->redirectTarget() ) {
			return $html;
		}
		$this->wasConcluded = true;
		$isForm             = $this->request->isLoginForm();
		if ( ! $isForm && ! $this->calls->wasSeen() ) {
			return $this->isBack ? $this->afterReturn( $html ) : $html;
		}
		$page    = new PageText( $html );
		$match   = $this->refusalIn( $page );
		$refusal = $this->recorder->current();
		if ( null !== $match && ( ! $isIn || $this->proves( $match ) ) ) {
			// Somebody else may have been logged in to WordPress before the form was sent.
			$personId = $isForm && ! $isIn ? 0 : $userId;
			$refusal  = $this->recorder->seenInPage( $isForm ? $this->request->typedName() : '', $personId, $match, $this->proves( $match ) );
		} elseif ( null !== $refusal && $this->answer()->pageLetsIn( $page ) ) {
			$this->recorder->drop();
			return $html;
		} elseif ( null === $refusal && $isForm && ! $isIn && 0 === $userId && $this->isPortalPage && $page->asksForPassword() ) {
			$refusal = $this->recorder->refused( 'portal-page', $this->request->typedName(), 0, self::SILENT, '', false );
		}
		return null === $refusal || ! $this->slot->isIn( $html ) ? $html : $this->tell( $html, $refusal );
	}

	/** After the answer is known: a refusal by WordPress alone, of somebody whom the portal redirected into its own rooms, was none. */
	public function settle(): void {
		$target  = $this->request->redirectTarget();
		$refusal = $this->recorder->current();
		if ( null !== $refusal && 'portal-page' === $refusal->entry && '' !== $target && $this->answer()->redirectLetsIn( $target, $this->request->address() ) ) {
			$this->recorder->drop();
		}
	}

	/** The page that somebody was sent back to. */
	private function afterReturn( string $html ): string {
		if ( ! $this->slot->isIn( $html ) ) {
			return $html;
		}
		$reference = $this->carried->reference();
		if ( null !== $reference ) {
			// An address that still names the error is the same refusal when it is loaded again.
			if ( '' === $this->request->returnedCode() ) {
				$this->carried->forget();
			}
			return $this->slot->fill( $html, $this->message->afterRedirect( $reference, $this->carried->saysProven() ) );
		}
		$code = $this->request->returnedCode();
		// Anybody can write a parameter into an address: one that means nothing is left alone.
		if ( '' === $code || null === $this->recorder->recognise( 'portal-page', $code, '' ) ) {
			return $html;
		}
		return $this->tell( $html, $this->recorder->refused( 'portal-page', '', 0, $code, '', false ) );
	}

	private function tell( string $html, Refusal $refusal ): string {
		$this->giveView( $refusal );
		return $this->slot->fill( $html, $this->message->inPage( $refusal ) );
	}

	/** Lets a proven person read what belongs to this refusal. */
	private function giveView( Refusal $refusal ): void {
		if ( $refusal->isProven && '' === $refusal->viewHash ) {
			$token             = ViewToken::random( $this->randomness );
			$refusal->viewHash = ViewToken::hash( $token );
			( $this->sendCookie )( ViewToken::COOKIE, $token, ViewToken::LIFETIME_SECONDS );
		}
	}

	/**
	 * The refusal among the page's text runs. Where the portal called its vendor, a sentence that it shows after a right password goes
	 * before all others; where it did not, such a sentence is only taken if there is no other.
	 */
	private function refusalIn( PageText $page ): ?SymptomMatch {
		$matches = [];
		foreach ( $page->runs() as $run ) {
			$match = $this->classifier->byText( 'portal-page', $run );
			if ( null !== $match ) {
				$matches[ 'password-if-vendor-call' === $match->proves ? 1 : 0 ] ??= $match;
			}
		}
		$known = $this->calls->wasSeen() ? ( $matches[1] ?? $matches[0] ?? null ) : ( $matches[0] ?? $matches[1] ?? null );
		return $known ?? $this->classifier->bySite( implode( "\n", $page->runs() ) );
	}

	private function proves( SymptomMatch $match ): bool {
		return 'password' === $match->proves || ( 'password-if-vendor-call' === $match->proves && $this->calls->wasSeen() );
	}

	private function answer(): PortalAnswer {
		return new PortalAnswer( $this->isPortalPage || $this->calls->wasSeen(), $this->calls->wentWell() );
	}
}

<?php

declare(strict_types=1);

namespace Causeway\Background;

/**
 * Starts due work soon, from requests that come anyway, and only after their answer has left.
 *
 * A refused login sends one signed request to this site itself; an admin's request works a little on its own. Nothing here is waited for
 * by a visitor, and what it does is the same whether or not the typed name exists.
 */
final class Kicks {

	private const ADMIN_SLICE_SECONDS = 2.0;

	private bool $isAsked = false;

	/**
	 * @param \Closure(): Runner       $runner       Asked only when there is work to do: making it makes every room.
	 * @param (callable(): mixed)|null $finishAnswer Ends the answer and lets PHP go on (`fastcgi_finish_request`); null where the server cannot. */
	public function __construct(
		private readonly \Closure $runner,
		private readonly Loopback $loopback,
		private readonly KickGate $gate,
		private readonly KickGate $pollGate,
		private readonly WorkSignature $signature,
		private $finishAnswer,
	) {}

	public function hooks(): void {
		add_action( 'admin_init', $this->offerAdminRequest( ... ) );
	}

	/** Called once an attempt was written. */
	public function afterRefusal(): void {
		if ( $this->isAsked || null === $this->finishAnswer ) {
			return;
		}
		$this->isAsked = true;
		// The attempt is written at the very end of the request: what is added to `shutdown` then would not run any more.
		if ( doing_action( 'shutdown' ) || did_action( 'shutdown' ) > 0 ) {
			$this->loopBack();
		} else {
			add_action( 'shutdown', $this->loopBack( ... ), PHP_INT_MAX );
		}
	}

	/** Called by a door that answers an admin's own poll: somebody watches, so this request works a little after its answer. */
	public function afterPoll(): void {
		if ( ! $this->isAsked ) {
			$this->isAsked = true;
			add_action( 'shutdown', $this->workALittle( ... ), PHP_INT_MAX );
		}
	}

	private function offerAdminRequest(): void {
		if ( null !== $this->finishAnswer && ! wp_doing_ajax() && ! wp_doing_cron() && current_user_can( 'causeway_view' ) ) {
			$this->afterPoll();
		}
	}

	private function loopBack(): void {
		try {
			if ( null !== $this->finishAnswer && $this->gate->pass() ) {
				( $this->finishAnswer )();
				$this->loopback->kick( $this->signature->make() );
			}
		} catch ( \Throwable ) {
			return;
		}
	}

	private function workALittle(): void {
		try {
			if ( $this->pollGate->pass() ) {
				if ( null !== $this->finishAnswer ) {
					( $this->finishAnswer )();
				}
				( $this->runner )()->work( self::ADMIN_SLICE_SECONDS, 'admin' );
			}
		} catch ( \Throwable ) {
			return;
		}
	}
}

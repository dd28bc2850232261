<?php

declare(strict_types=1);

namespace Causeway\Block;

use Causeway\Capture\MessageSlot;
use Causeway\Capture\ShownMessage;

/**
 * The block's place in the page: hidden and empty until the finished page turns out to be a refusal, then the message.
 *
 * The page answers a form, so that the message is in it from the start: a heading that takes the focus announces it. The live region
 * inside is empty at first and speaks only when the text changes later.
 */
final class LoginErrorSlot implements MessageSlot {

	private const ATTRIBUTE = 'data-causeway-slot';

	private const SLOT = '~<div\b([^>]*?)\sdata-causeway-slot="([^"]*+)"\shidden></div>~';

	/** @param string $wrapper Attributes of the block's wrapper, escaped. */
	public static function markup( string $wrapper, SlotSettings $settings ): string {
		return sprintf( '<div %s %s="%s" hidden></div>', trim( $wrapper ), self::ATTRIBUTE, esc_attr( $settings->toJson() ) );
	}

	public function isIn( string $html ): bool {
		return str_contains( $html, ' ' . self::ATTRIBUTE . '="' ) && 1 === preg_match( self::SLOT, $html );
	}

	public function fill( string $html, ShownMessage $message ): string {
		$filled = preg_replace_callback(
			self::SLOT,
			fn ( array $match ): string => sprintf(
				'<div%s>%s</div>',
				$match[1],
				$this->message( SlotSettings::fromJson( html_entity_decode( $match[2], ENT_QUOTES | ENT_HTML5, 'UTF-8' ) ), $message )
			),
			$html,
			1
		);
		return $filled ?? $html;
	}

	private function message( SlotSettings $settings, ShownMessage $message ): string {
		$reference = (string) $message->reference;
		$context   = (string) wp_json_encode(
			[
				'address'   => rest_url( 'causeway/v1/attempts/' . $message->reference->letters() ),
				'state'     => 'received',
				'text'      => '',
				'isResting' => false,
				'isCopied'  => false,
				'title'     => '' === $settings->title ? __( 'You are not logged in', 'causeway' ) : $settings->title,
				'fixed'     => __( 'You can log in again', 'causeway' ),
			]
		);
		$title = '' === $settings->title ? __( 'You are not logged in', 'causeway' ) : $settings->title;

		return sprintf(
			'<section class="causeway-login-error__message" data-causeway-tier="%1$s" aria-labelledby="causeway-login-error-title" data-wp-interactive="causeway/login-error" data-wp-context="%2$s" data-wp-init="callbacks.begin" data-wp-class--is-fixed="state.isFixed">'
			. '<h2 class="causeway-login-error__title" id="causeway-login-error-title" tabindex="-1" autofocus data-wp-text="state.title">%3$s</h2>'
			. '<p class="causeway-login-error__text" data-wp-bind--hidden="state.hasNews">%4$s</p>'
			. '<div class="causeway-login-error__news" role="status" aria-live="polite"><p data-wp-text="state.news"></p></div>'
			. '<p class="causeway-login-error__again" hidden data-wp-bind--hidden="!state.isFixed"><a href="%5$s">%6$s</a></p>'
			. '<p class="causeway-login-error__rest" hidden data-wp-bind--hidden="!context.isResting"><button type="button" data-wp-on--click="actions.ask">%12$s</button></p>'
			. '<p class="causeway-login-error__reference">%7$s <code translate="no">%8$s</code> <button type="button" class="causeway-login-error__copy" hidden data-wp-bind--hidden="!state.canCopy" data-wp-on--click="actions.copy" data-causeway-reference="%8$s"><span data-wp-bind--hidden="context.isCopied">%9$s</span><span hidden data-wp-bind--hidden="!context.isCopied">%10$s</span></button></p>'
			. '%11$s</section>',
			esc_attr( $message->tier->value ),
			esc_attr( $context ),
			esc_html( $title ),
			$message->html,
			esc_url( '' === $settings->loginUrl ? $this->thisPage() : $settings->loginUrl ),
			esc_html__( 'Go to the login form', 'causeway' ),
			esc_html__( 'Reference:', 'causeway' ),
			esc_html( $reference ),
			esc_html__( 'Copy', 'causeway' ),
			esc_html__( 'Copied', 'causeway' ),
			$this->contact( $settings ),
			esc_html__( 'Ask again whether it is fixed', 'causeway' )
		);
	}

	private function contact( SlotSettings $settings ): string {
		$text = '' === $settings->contactText ? '' : esc_html( $settings->contactText );
		$link = '' === $settings->helpUrl ? '' : sprintf(
			'<a href="%s">%s</a>',
			esc_url( $settings->helpUrl ),
			esc_html( '' === $settings->helpLabel ? __( 'Get help', 'causeway' ) : $settings->helpLabel )
		);
		$both = trim( $text . ' ' . $link );
		return '' === $both ? '' : '<p class="causeway-login-error__contact">' . $both . '</p>';
	}

	/** Address of this page, for a fresh form. Never from the visitor's own headers alone. */
	private function thisPage(): string {
		$address = is_singular() ? get_permalink() : home_url( '/' );
		return is_string( $address ) ? $address : home_url( '/' );
	}
}

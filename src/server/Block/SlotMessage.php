<?php

declare(strict_types=1);

namespace Causeway\Block;

use Causeway\Capture\LoginHooks;
use Causeway\Capture\MessageTier;
use Causeway\Capture\ShownMessage;
use Causeway\Capture\StatusAddress;
use Causeway\Cases\HelpDesk;
use Causeway\Cases\HelpWish;

/**
 * The message in the page: what happened, what the person can do now, and the reference.
 *
 * Every control is a link or a form that works without a script. The page answers a form, so that the message is in it from the start: a
 * heading that takes the focus announces it. The live regions inside are empty at first and speak only when something changes later.
 */
final class SlotMessage {

	public function __construct( private readonly SlotSettings $settings ) {}

	/** Hidden, without a reference, for the script to fill. */
	public function empty(): string {
		return $this->html( '', MessageTier::Anonymous, '' );
	}

	public function of( ShownMessage $message ): string {
		return $this->html( (string) $message->reference, $message->tier, $message->html );
	}

	private function html( string $reference, MessageTier $tier, string $html ): string {
		$title   = '' === $this->settings->title ? __( 'You are not logged in', 'causeway' ) : $this->settings->title;
		$context = (string) wp_json_encode(
			[
				'reference' => $reference,
				'attempts'  => rest_url( 'causeway/v1/attempts' ),
				'otherwise' => admin_url( 'admin-post.php?action=causeway_attempt&reference=' ),
				'help'      => rest_url( 'causeway/v1/help' ),
				'status'    => StatusAddress::base(),
				'cookie'    => LoginHooks::CARRIED,
				'path'      => defined( 'COOKIEPATH' ) && is_string( COOKIEPATH ) && '' !== COOKIEPATH ? COOKIEPATH : '/',
				'state'     => 'received',
				'isProven'  => $tier->isProven(),
				'text'      => '',
				'answer'    => '',
				'tryAt'     => 0,
				'wait'      => '',
				/* translators: 1: Time of day, 2: minutes and seconds such as 4:05. */
				'waitText'  => __( 'You can try again at %1$s (in %2$s).', 'causeway' ),
				'isResting' => false,
				'isCopied'  => false,
				'title'     => $title,
				'fixed'     => __( 'You can log in again', 'causeway' ),
				'looking'   => $this->lookingText(),
			]
		);
		return sprintf(
			'<section class="causeway-login-error__message" data-causeway-tier="%1$s" aria-labelledby="causeway-login-error-title" data-wp-interactive="causeway/login-error" data-wp-context="%2$s" data-wp-init="callbacks.begin" data-wp-class--is-fixed="state.isFixed" data-wp-bind--hidden="!context.reference"%3$s>'
			. '<h2 class="causeway-login-error__title" id="causeway-login-error-title" tabindex="-1"%4$s data-wp-text="state.title">%5$s</h2>'
			. '<p class="causeway-login-error__text" data-wp-bind--hidden="state.hasNews">%6$s</p>'
			. '<div class="causeway-login-error__news" role="status" aria-live="polite"><p data-wp-text="state.news"></p></div>'
			. '<p class="causeway-login-error__wait" hidden data-wp-bind--hidden="!context.wait" data-wp-text="context.wait"></p>'
			. '<p class="causeway-login-error__again" hidden data-wp-bind--hidden="!state.isFixed"><a href="%7$s">%8$s</a></p>'
			. '%9$s'
			. '<p class="causeway-login-error__rest" hidden data-wp-bind--hidden="!context.isResting"><button type="button" data-wp-on--click="actions.ask">%10$s</button></p>'
			. '<p class="causeway-login-error__reference"><span>%11$s</span> <code translate="no" dir="ltr" data-wp-text="context.reference">%12$s</code> <button type="button" class="causeway-login-error__copy" hidden data-wp-bind--hidden="!state.canCopy" data-wp-on--click="actions.copy"><span data-wp-bind--hidden="context.isCopied">%13$s</span><span hidden data-wp-bind--hidden="!context.isCopied">%14$s</span></button></p>'
			. '%15$s</section>',
			esc_attr( $tier->value ),
			esc_attr( $context ),
			'' === $reference ? ' hidden' : '',
			'' === $reference ? '' : ' autofocus',
			esc_html( $title ),
			$this->text( $tier, $html ),
			esc_url( '' === $this->settings->loginUrl ? $this->thisPage() : $this->settings->loginUrl ),
			esc_html__( 'Go to the login form', 'causeway' ),
			$this->controls( $reference, $tier ),
			esc_html__( 'Ask again whether it is fixed', 'causeway' ),
			esc_html__( 'Reference:', 'causeway' ),
			esc_html( $reference ),
			esc_html__( 'Copy', 'causeway' ),
			esc_html__( 'Copied', 'causeway' ),
			$this->contact()
		);
	}

	/** What the editor wrote for this state goes before the text that comes with it; the cause of a proven person is nobody's to rewrite. */
	private function text( MessageTier $tier, string $html ): string {
		return match ( true ) {
			MessageTier::Looking === $tier && '' !== $this->settings->lookingText => esc_html( $this->settings->lookingText ),
			MessageTier::Anonymous === $tier && '' !== $this->settings->anonymousText => esc_html( $this->settings->anonymousText ),
			'' === $html => esc_html__( 'The portal did not let you in. Check your name and your password first. If both are right, give the reference below to whoever runs this site: it leads them to the reason.', 'causeway' ),
			default => $html,
		};
	}

	private function lookingText(): string {
		return '' === $this->settings->lookingText
			? __( 'Your password is right, but the portal did not let you in. We are finding out why. You do not have to do anything; this text changes as soon as we know.', 'causeway' )
			: $this->settings->lookingText;
	}

	/** What the person can do now, alone. To somebody who proved nothing it is the same for everybody. */
	private function controls( string $reference, MessageTier $tier ): string {
		$isAnonymous = ! $tier->isProven();
		$controls    = '';
		if ( $isAnonymous && $this->settings->offersReset ) {
			$controls .= sprintf( '<p><a class="causeway-login-error__control" href="%1$s">%2$s</a></p>', esc_url( '' === $this->settings->resetUrl ? wp_lostpassword_url() : $this->settings->resetUrl ), esc_html__( 'Set a new password', 'causeway' ) );
		}
		if ( $isAnonymous && $this->settings->offersMail ) {
			$controls .= $this->form( $reference, HelpWish::Mail, '', __( 'Mail me what is wrong', 'causeway' ) );
		}
		if ( $this->settings->offersTell ) {
			$field     = sprintf(
				'<label for="causeway-login-error-comment">%1$s</label> <input type="text" name="comment" id="causeway-login-error-comment" maxlength="%2$d" autocomplete="off">',
				esc_html__( 'Something to add? (optional)', 'causeway' ),
				HelpDesk::COMMENT_CHARACTERS
			);
			$controls .= sprintf( '<details><summary>%1$s</summary>%2$s</details>', esc_html__( 'Tell whoever runs this site', 'causeway' ), $this->form( $reference, HelpWish::Tell, $field, __( 'Send', 'causeway' ) ) );
		}
		return '' === $controls ? '' : '<div class="causeway-login-error__controls" data-wp-bind--hidden="state.isFixed">' . $controls . '</div><div class="causeway-login-error__answer" role="status" aria-live="polite"><p data-wp-text="context.answer"></p></div>';
	}

	/** @param string $fields Escaped. */
	private function form( string $reference, HelpWish $wish, string $fields, string $button ): string {
		return sprintf(
			'<form method="post" action="%1$s" data-wp-on--submit="actions.send"><input type="hidden" name="reference" value="%2$s" data-wp-bind--value="context.reference"><input type="hidden" name="wish" value="%3$s">%4$s<button class="causeway-login-error__control">%5$s</button></form>',
			esc_url( StatusAddress::base() ),
			esc_attr( $reference ),
			esc_attr( $wish->value ),
			$fields,
			esc_html( $button )
		);
	}

	private function contact(): string {
		$text = '' === $this->settings->contactText ? '' : esc_html( $this->settings->contactText );
		$link = '' === $this->settings->helpUrl ? '' : sprintf(
			'<a href="%s">%s</a>',
			esc_url( $this->settings->helpUrl ),
			esc_html( '' === $this->settings->helpLabel ? __( 'Get help', 'causeway' ) : $this->settings->helpLabel )
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

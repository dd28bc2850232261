<?php

declare(strict_types=1);

namespace Causeway\Tests\Fakes;

use Causeway\Cases\Mailer;

/** A mailer that keeps what it was given, or refuses for the reason it is told to. */
final class ListedMailer implements Mailer {

	/** @var list<array{recipients: list<string>, subject: string, body: string, html: string}> */
	public array $sent = [];

	public string $refusal = '';

	public function send( array $recipients, string $subject, string $body, string $html = '' ): string {
		if ( '' === $this->refusal ) {
			$this->sent[] = [
				'recipients' => $recipients,
				'subject'    => $subject,
				'body'       => $body,
				'html'       => $html,
			];
		}
		return $this->refusal;
	}
}

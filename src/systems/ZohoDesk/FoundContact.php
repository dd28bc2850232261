<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk;

use Causeway\Systems\ZohoDesk\Requests\Contact;

/** What a search for a person's contact came to. */
final class FoundContact {

	/**
	 * @param string       $id         Of the one contact that is meant; '' where none is, or several could be.
	 * @param Contact|null $contact    As it was read, be it in the recycle bin; null where it is not answered under its id.
	 * @param string       $how        `id`, `address`, or `user`: by way of the Help Center user with that address.
	 * @param list<string> $candidates Ids of the live contacts with the address, where it was searched for.
	 */
	public function __construct(
		public readonly string $id,
		public readonly ?Contact $contact,
		public readonly string $how,
		public readonly array $candidates = [],
	) {}

	/** The contact, where it is among the contacts and not in the recycle bin. */
	public function live(): ?Contact {
		return null === $this->contact || $this->contact->isTrashed() || $this->contact->isDeleted() ? null : $this->contact;
	}

	public function isAmbiguous(): bool {
		return '' === $this->id && count( $this->candidates ) > 1;
	}
}

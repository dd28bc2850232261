/** Sentences that belong to no single cause. `comment` explains the placeholders to translators. */
export interface Phrase {
	readonly text: string;
	readonly comment?: string;
}

export const phrases: Readonly< Record< string, Phrase > > = {
	anonymous: {
		text: 'We could not log you in. Check your user name and password and try once more, or reset your password. If that does not help, give the reference below to whoever runs this site: it lets them see what happened.',
	},
	'not-known': {
		text: '%1$s is not known. %2$s',
		comment: '1: a question as a clause ("Whether the contact exists"), 2: a sentence that says why it is not known.',
	},
	'not-excluded': { text: 'Not excluded yet: %s.', comment: '%s: title of another cause, without a full stop.' },
	shown: { text: 'What was shown fits: %s.', comment: '%s: name of a known refusal, without a full stop.' },
	message: { text: 'What the message means' },
	'message.empty': { text: 'There is no text to explain. Paste the message as the person saw it.' },
	'message.unrecognised': { text: 'No refusal that Causeway knows holds this text. Diagnose the person instead: the checks do not depend on the message.' },
	'reason.not-asked': { text: 'No person was named, or nobody has looked yet.' },
	'reason.no-connection': { text: 'No connection to this system is set up.' },
	'reason.no-call': { text: 'The portal made no call that this site could see.' },
	'reason.not-known': { text: 'This site has no record of it.' },
	'reason.unreachable': { text: 'The other system could not be reached.' },
	'reason.timed-out': { text: 'The other system did not answer in time.' },
	'reason.unauthorised': { text: 'The other system refused this site’s own connection.' },
	'reason.forbidden': { text: 'This site’s own connection may not read it.' },
	'reason.rate-limited': { text: 'The other system asked for fewer calls; it will be asked again later.' },
	'reason.quota-exhausted': { text: 'The other system’s calls for today are used up.' },
	'reason.not-found': { text: 'The other system knows nothing under that name.' },
	'reason.rejected': { text: 'The other system rejected the question.' },
	'reason.malformed': { text: 'The other system’s answer could not be read.' },
	'reason.server-fault': { text: 'The other system had a fault of its own.' },
	'reason.unsupported': { text: 'The other system offers no way to ask.' },
	'reason.other': { text: 'It could not be looked at.' },
};

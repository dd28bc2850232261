import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'fields-left-empty',
	system: 'wordpress',
	title: 'A field arrived empty',
	saidAs: [ 'it says a box is empty although I filled in both', 'I typed everything and it says that the field is empty' ],
	meaning: 'WordPress got the form without a name or without a password, so it compared nothing. Mostly a field was really left empty, or a password manager only seemed to have filled it. If several people report it, a redirect or a plugin loses what was typed on the way.',
	when: { any: [ { symptom: 'login-fields-empty' }, { symptom: 'woocommerce-field-empty' }, { symptom: 'pmpro-field-empty' }, { symptom: 'memberpress-name-blank' }, { symptom: 'ultimate-member-field-empty' }, { symptom: 'headless-fields-missing' }, { symptom: 'jwt-auth-fields-missing' }, { symptom: 'wpgraphql-jwt-fields-missing' } ] },
	shows: [ 'login-fields-empty', 'woocommerce-field-empty', 'pmpro-field-empty', 'memberpress-name-blank', 'ultimate-member-field-empty', 'headless-fields-missing', 'jwt-auth-fields-missing', 'wpgraphql-jwt-fields-missing' ],
	rivals: [ 'login-page-cached' ],
	scope: 'person',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'One of the fields reached this site empty, so nothing was checked. Type the name and the password by hand, every field, and send the form once more. If you had filled in everything, give the reference below to whoever runs this site.',
		proven: 'One of the fields reached this site empty, so nothing was checked. Type the name and the password by hand, every field, and send the form once more. If you had filled in everything, give the reference below to whoever runs this site.',
		mail: 'One of the fields reached the site empty, so nothing was checked. Type every field by hand and try once more. If you had filled in everything, give the reference to whoever runs this site.',
		admin: 'The form arrived with an empty field; nothing was compared.',
	},
	fixPath: [
		{
			id: 'type-by-hand',
			title: 'Ask the person to type every field by hand',
			body: 'Name and password, without the password manager, and then to send the form. What a browser shows as filled in is sometimes not sent.',
			applicability: 'guided',
		},
		{
			id: 'look-for-redirect',
			title: 'If everything had been filled in, look for a redirect',
			body: 'A redirect between two addresses of the site loses what was typed. Compare the two addresses under Settings → General with the one in the browser’s bar: both with https, both with www or both without. Links to the login page must lead to exactly that address.',
			applicability: 'guided',
			link: 'general-settings',
		},
		{
			id: 'suspend-login-mover',
			title: 'Then look at plugins that move or extend the login page',
			body: 'Plugins that give the login page another address, or add a second step, can pass the form on empty. Switch such plugins off one at a time and try in a private window after each.',
			applicability: 'guided',
			link: 'plugins',
		},
		{
			id: 'check-what-app-sends',
			title: 'In an app or a separate front end, look at what it sends',
			body: 'Its developer looks at one request: are both fields there, under the names that the plugin expects, and as JSON with the right content type?',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'headless-fields-missing' }, { symptom: 'jwt-auth-fields-missing' }, { symptom: 'wpgraphql-jwt-fields-missing' } ] },
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'Link to the login page under its final address, so that no redirect is needed.' ],
	examples: {
		fits: [ { name: 'the name was empty', symptoms: [ 'login-fields-empty' ], findings: {}, confidence: 'likely' }, { name: 'the shop’s form was empty', symptoms: [ 'woocommerce-field-empty' ], findings: {}, confidence: 'likely' }, { name: 'Ultimate Member asks for the field', symptoms: [ 'ultimate-member-field-empty' ], findings: {}, confidence: 'likely' }, { name: 'an app sent no password', symptoms: [ 'jwt-auth-fields-missing' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the shop’s page only reloaded', symptoms: [ 'woocommerce-login-page-stale' ], findings: {}, not: 'login-page-cached' } ],
	},
} );

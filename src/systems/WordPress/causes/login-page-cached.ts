import { defineCause } from '../../../catalog/types';

export default defineCause( {
	id: 'login-page-cached',
	system: 'wordpress',
	title: 'The login page was an old copy, and the form on it no longer counts',
	meaning: 'Shops put a number into their login form that is good for a day at most. If a cache hands out an older copy of the page, or a browser restores an old tab, the number no longer fits. Then the page only reloads, without a message, whatever was typed. Name and password were never looked at.',
	when: { any: [ { symptom: 'woocommerce-login-page-stale' }, { symptom: 'woocommerce-reset-page-stale' }, { symptom: 'edd-login-page-stale' }, { symptom: 'ultimate-member-form-too-old' } ] },
	shows: [ 'woocommerce-login-page-stale', 'woocommerce-reset-page-stale', 'edd-login-page-stale', 'ultimate-member-form-too-old' ],
	rivals: [ 'fields-left-empty' ],
	scope: 'everybody',
	isPrivate: false,
	closedByLogin: true,
	texts: {
		anonymous: 'The page that you used was an old copy, so nothing was checked. Reload it and log in again. If it comes back once more without a word, use a private window, or give the reference below to whoever runs this site.',
		proven: 'The page that you used was an old copy, so nothing was checked. Reload it and log in again. If it comes back once more without a word, use a private window, or give the reference below to whoever runs this site.',
		mail: 'The login page that you used was an old copy, so nothing was checked. Open the page anew and log in again, best in a private window. If it comes back without a word, give the reference to whoever runs this site.',
		admin: 'The login page came from a cache; its form had expired and was ignored.',
	},
	fixPath: [
		{
			id: 'reload-page',
			title: 'Ask the person to reload the page and try again',
			body: 'Best in a private window. If that works, only the old copy was in the way, and the next steps keep it from coming back.',
			applicability: 'guided',
		},
		{
			id: 'find-shop-pages',
			title: 'Find the page that holds the login',
			body: 'Under WooCommerce → Settings → Advanced it is named as the page My account. The lost-password page lies below it.',
			applicability: 'guided',
			onlyIf: { any: [ { symptom: 'woocommerce-login-page-stale' }, { symptom: 'woocommerce-reset-page-stale' } ] },
		},
		{
			id: 'find-download-pages',
			title: 'Find every page that holds the login form',
			body: 'Easy Digital Downloads shows its form wherever its login block or shortcode stands, and at the checkout. Note the addresses of those pages.',
			applicability: 'guided',
			onlyIf: { symptom: 'edd-login-page-stale' },
		},
		{
			id: 'find-member-pages',
			title: 'Find the pages of Ultimate Member',
			body: 'Its pages for login, registration, account and password stand under Ultimate Member → Settings → General → Pages. Note their addresses.',
			applicability: 'guided',
			onlyIf: { symptom: 'ultimate-member-form-too-old' },
		},
		{
			id: 'exclude-from-cache',
			title: 'Keep those pages out of every cache',
			body: 'In your cache plugin, add the addresses to the pages that are never cached. Do the same in the cache of your host or CDN, if you use one. Then empty all of them.',
			applicability: 'guided',
			link: 'plugins',
		},
	],
	verification: { finding: 'login.succeeded-since', is: true },
	prevention: [ 'After each change of a cache’s settings, log in once from a private window.' ],
	examples: {
		fits: [ { name: 'the shop’s page only reloaded', symptoms: [ 'woocommerce-login-page-stale' ], findings: {}, confidence: 'likely' }, { name: 'the download shop’s page only reloaded', symptoms: [ 'edd-login-page-stale' ], findings: {}, confidence: 'likely' }, { name: 'Ultimate Member suspects a cache itself', symptoms: [ 'ultimate-member-form-too-old' ], findings: {}, confidence: 'likely' } ],
		nearMisses: [ { name: 'the shop says that a field is empty', symptoms: [ 'woocommerce-field-empty' ], findings: {}, not: 'fields-left-empty' } ],
	},
} );

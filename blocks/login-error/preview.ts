import { __ } from '@wordpress/i18n';

/** What the site's editor may write into the block. */
export interface LoginErrorAttributes {
	/** `report`: the form for portals whose login page is elsewhere. */
	readonly variant: 'message' | 'report';
	readonly title: string;
	/** In place of the text for everybody; '' for ours. */
	readonly anonymousText: string;
	/** In place of the text while the reason is looked for; '' for ours. */
	readonly lookingText: string;
	readonly contactText: string;
	readonly helpUrl: string;
	readonly helpLabel: string;
	readonly loginUrl: string;
	readonly resetUrl: string;
	readonly offersReset: boolean;
	readonly offersMail: boolean;
	readonly offersTell: boolean;
	/** Names of the portals to choose from, in the site's own words. */
	readonly portals: readonly string[];
}

/** The texts of ours that the editor may replace, by the state in which they show. */
export const EDITABLE = { anonymous: 'anonymousText', 'proven-looking': 'lookingText' } as const satisfies Partial< Record< PreviewState, keyof LoginErrorAttributes > >;

export const isEditable = ( state: PreviewState ): state is keyof typeof EDITABLE => state in EDITABLE;

/** The states in which a visitor can meet the message. */
export type PreviewState = 'anonymous' | 'proven-looking' | 'proven' | 'fixed';

export interface Preview {
	readonly state: PreviewState;
	readonly label: string;
	readonly text: string;
	/** Whether the link back to the form is shown. */
	readonly isFixed: boolean;
}

/** One example of each state, in the words the visitor reads. Called when shown, so that they come in the editor's language. */
export const previews = (): readonly Preview[] => [
	{
		state: 'anonymous',
		label: __( 'Password wrong or not checked', 'causeway' ),
		text: __(
			'The portal did not let you in. Check your name and your password first. If both are right, give the reference below to whoever runs this site: it leads them to the reason.',
			'causeway'
		),
		isFixed: false,
	},
	{
		state: 'proven-looking',
		label: __( 'Password right, reason being looked for', 'causeway' ),
		text: __(
			'Your password is right, but the portal did not let you in. We are finding out why. You do not have to do anything; this text changes as soon as we know.',
			'causeway'
		),
		isFixed: false,
	},
	{
		state: 'proven',
		label: __( 'Password right, reason known', 'causeway' ),
		text: __( 'Your account is fine, but it is not linked to your company at the moment. Only whoever runs this site can link it again.', 'causeway' ),
		isFixed: false,
	},
	{
		state: 'fixed',
		label: __( 'Fixed', 'causeway' ),
		text: __( 'This has been fixed. You can log in again now.', 'causeway' ),
		isFixed: true,
	},
];

/** The preview of a state; the first one for a state that is not known. */
export const previewOf = ( state: string ): Preview => {
	const all = previews();
	const found = all.find( ( preview ) => preview.state === state ) ?? all[ 0 ];
	if ( ! found ) {
		throw new Error( 'There is no preview.' );
	}
	return found;
};

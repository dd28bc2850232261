/** What `GET /attempts/<reference>` answers. */
export interface AttemptView {
	readonly state: 'received' | 'explained' | 'fixed';
	readonly text: string;
	readonly tier: 'anonymous' | 'proven';
	/** 0: there is no point in asking again. */
	readonly retryInSeconds: number;
	/** When logging in is worth another try, Unix seconds; 0 where waiting is no help. */
	readonly tryAgainAt: number;
}

/** Pauses between two questions; then it rests. */
export const PAUSES_SECONDS: readonly number[] = [ 3, 6, 15, 30, 60 ];

export interface PollingPorts {
	/** Null where no answer came; asking goes on. */
	readonly ask: () => Promise< AttemptView | null >;
	readonly heard: ( view: AttemptView ) => void;
	/** Told when asking ends without the login being fixed. */
	readonly rests: () => void;
	readonly wait: ( seconds: number ) => Promise< void >;
	/** Resolves at once in a visible tab, otherwise when it is looked at again. */
	readonly visible: () => Promise< void >;
}

/** Asks at growing pauses until it is fixed, the server says that nothing more will come, or the pauses are used up. Never in a hidden tab. */
export const poll = async ( ports: PollingPorts ): Promise< void > => {
	for ( const pause of PAUSES_SECONDS ) {
		await ports.wait( pause );
		await ports.visible();
		const view = await ports.ask();
		if ( view ) {
			ports.heard( view );
			if ( view.state === 'fixed' ) {
				return;
			}
			if ( view.retryInSeconds === 0 ) {
				break;
			}
		}
	}
	ports.rests();
};

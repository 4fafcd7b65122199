export function chromePath(): string | null;
export function chromiumOptions(): { executablePath: string; args: string[] };
